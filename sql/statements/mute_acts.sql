-- Acts on their way whose words an event erases: what they would have said is gone before they arrive. In the
-- transaction of its append, and only in logs that moved, as keep_texts.sql.
update pending
set args = pending.args - '{text,title,trigger}'::text[]
from unnest($1::uuid[], $2::bigint[], $3::uuid[]) as muted (log_id, tag, act_id)
join log using (log_id, tag)
where pending.log_id = muted.log_id and pending.act_id = muted.act_id
