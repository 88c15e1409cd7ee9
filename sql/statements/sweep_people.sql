-- sweep_people
-- Sessions, links, shares and requests that nobody can use any more, and asks that count no more.
with sessions as (delete from session where expires_at <= $1::bigint),
  requests as (delete from return_request where expires_at <= $1::bigint),
  shares as (delete from share where expires_at <= $1::bigint),
  asks as (delete from return_ask where asked_at <= $1::bigint - 3600000)
delete from link where expires_at <= $1::bigint
