"""The tables: their field dictionary, how they are stored and published, and the DuckDB catalog that reads them."""
