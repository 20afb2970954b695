SELECT
    event_code,
    event_date,
    event_root,
    quad_class,
    count(*) AS event_count,
    count(*) FILTER (mirror_of IS NULL) AS once_count,
    sum(goldstein::DECIMAL(9, 3))::DOUBLE AS sum_goldstein
FROM events
WHERE realis = 'actual'
GROUP BY ALL
ORDER BY event_code, event_date, event_root, quad_class
