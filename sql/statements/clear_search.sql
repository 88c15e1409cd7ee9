-- A log whose rows are made anew: those of records that are not among them lose their words.
update search_row
set kind = '', seq = $2::bigint, expires_at = null, words = '', grams = '{}', told = '{}'
where log_id = $1::uuid and seq <= $2::bigint and words <> '' and record_id <> all ($3::text[])
