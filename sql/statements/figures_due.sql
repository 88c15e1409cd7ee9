-- Shows beside which no figures of this edition stand: they were last appended to by a build that wrote none, or others.
select log_id, organisation
from log
where kind = 'show' and head > 0 and (summary ->> 'figures')::bigint is distinct from $1::bigint
  and ($2::uuid is null or log_id > $2::uuid)
order by log_id
limit 100
