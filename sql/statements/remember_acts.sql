-- What other logs must do because of events. In the transaction of their append, and only for logs that moved, as
-- keep_texts.sql.
insert into pending (log_id, act_id, target_id, target_kind, op, args, member, settle, at)
select log_id, act.act_id, act.target_id, act.target_kind, act.op, act.args, act.member, act.settle, act.at
from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::jsonb[], $8::uuid[], $9::text[],
    $10::bigint[])
  as act (log_id, tag, act_id, target_id, target_kind, op, args, member, settle, at)
join log using (log_id, tag)
on conflict do nothing
