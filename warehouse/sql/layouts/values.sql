-- What other data sets write for nothing.
CREATE MACRO known(value) AS
    CASE WHEN trim(value) NOT IN ('', 'NA', 'N/A', 'None', 'none', 'NULL', 'null', 'nan', 'NaN', '\N', '---', '--')
        THEN trim(value)
    END;

-- A CAMEO code with the zeros that a spreadsheet has eaten: they are known by the root, which lost its own (1 for 01),
-- or by a beginning that no code has (above 20).
CREATE MACRO cameo(code, root) AS
    CASE
        WHEN length(known(root)) = 1 AND starts_with(known(code), known(root)) THEN '0' || known(code)
        WHEN length(known(code)) = 1 OR try_cast(known(code)[1:2] AS INTEGER) > 20 THEN '0' || known(code)
        ELSE known(code)
    END;

-- Dates as 20220109, 2022-01-09, or with a time behind; a number in floating point loses its end.
CREATE MACRO day_of(value) AS
    coalesce(
        try_cast(known(value)[1:10] AS DATE),
        try_strptime(regexp_replace(known(value), '\.0$', '')[1:8], '%Y%m%d')::DATE
    );
CREATE MACRO number(value) AS try_cast(known(value) AS DOUBLE);
CREATE MACRO quad(code) AS
    CASE WHEN code[1:2] < '06' THEN 1 WHEN code[1:2] < '10' THEN 2 WHEN code[1:2] < '15' THEN 3 ELSE 4 END;
CREATE MACRO items(value) AS
    CASE WHEN known(value) IS NULL THEN []::VARCHAR[] ELSE string_split(known(value), ';') END;
