SELECT DISTINCT function_name || '(' || array_to_string(parameters, ', ') || ')' AS name
FROM duckdb_functions()
WHERE NOT internal AND schema_name = 'main' AND function_type = 'table_macro'
ORDER BY name
