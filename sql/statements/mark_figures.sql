-- Beside a log that still stands where its figures were worked out, they are written without an event (keep_figures.sql,
-- in the same transaction), and its summary tells their edition.
update log
set summary = (summary::jsonb || jsonb_build_object('figures', $4::bigint))::json
where log_id = $1::uuid and head = $2::bigint and tag = $3::bigint and kind = 'show'
