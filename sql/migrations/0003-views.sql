-- For analysts: the same facts with times a person can read. Nothing of the product reads these.

create view review as
select log_id,
       organisation,
       kind,
       head as events,
       summary ->> 'title' as title,
       summary ->> 'phase' as phase,
       summary
from log;

create view activity as
select event.log_id,
       log.organisation,
       log.kind,
       event.seq,
       to_timestamp(event.at / 1000.0) as happened,
       event.actor,
       event.op,
       event.body
from event
join log using (log_id);

create view unfinished_act as
select log_id, act_id, target_id, target_kind, op, member, to_timestamp(at / 1000.0) as requested
from pending;

create view audit_trail as
select organisation, to_timestamp(at / 1000.0) as happened, member, act, detail
from audit;
