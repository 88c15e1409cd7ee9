-- Words that an event forgets. In the transaction of its append, and only in logs that moved, as keep_texts.sql.
delete from text
using unnest($1::uuid[], $2::bigint[], $3::text[]) as gone (log_id, tag, text_id)
join log using (log_id, tag)
where text.log_id = gone.log_id and text.text_id = gone.text_id
