-- One minute series, when somebody looks at it.
select body from series where log_id = $1::uuid and series_id = $2::text
