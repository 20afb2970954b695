"""Tools that run the coder to judge dictionaries."""
