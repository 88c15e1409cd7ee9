-- sweep_people
-- Sessions, links and requests that nobody can use any more.
with sessions as (delete from session where expires_at <= $1::bigint),
  requests as (delete from return_request where expires_at <= $1::bigint)
delete from link where expires_at <= $1::bigint
