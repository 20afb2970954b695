"""The pages and the one-file report that read a warehouse."""
