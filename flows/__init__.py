"""The Prefect flow, the readers for every kind of input, the writers and the command line."""
