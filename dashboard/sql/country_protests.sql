SELECT month, event_count, participant_count
FROM protests(place := $country)
WHERE ($first_day::DATE IS NULL OR month >= date_trunc('month', $first_day::DATE))
  AND ($last_day::DATE IS NULL OR month <= $last_day)
ORDER BY month
