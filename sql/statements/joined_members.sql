-- When each member joined, and on how many devices they are signed in: what tells apart two of one name.
select event.actor, event.at,
       (select count(*) from session
        where session.organisation = $1::uuid and session.member = event.actor and session.expires_at > $2::bigint)
from event
where event.log_id = $1::uuid and event.op = 'member.join'
order by event.seq
