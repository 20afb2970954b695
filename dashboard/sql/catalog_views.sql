SELECT view_name AS name, comment AS meaning
FROM duckdb_views()
WHERE NOT internal AND schema_name = 'main' AND NOT ends_with(view_name, '_parts')
ORDER BY name
