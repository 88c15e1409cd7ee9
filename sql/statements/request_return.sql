-- A member asks to be let in again: three times an hour for one member, thirty times from one network. Nobody takes the
-- place of a request that waits, it only counts the others; under its own token it is found again. A token that asks
-- for another member, or has let somebody in, asks for nobody. No row: somebody else asked at this very moment, and
-- who looks again finds what they did.
with asking as (
  select sha256(convert_to($2::text, 'UTF8')) as token_hash, $3::uuid as organisation, $4::uuid as member,
    sha256(convert_to($6::text, 'UTF8')) as network_hash, $7::bigint as now
), lately as (
  select count(*) filter (where ask.organisation = asking.organisation and ask.member = asking.member) as for_member,
    count(*) filter (where ask.network_hash = asking.network_hash) as from_network
  from asking left join return_ask ask on ask.asked_at > asking.now - 3600000
), waiting as (
  select request.request_id, request.expires_at, request.token_hash = asking.token_hash as is_own
  from return_request request join asking using (organisation, member)
  where request.expires_at > asking.now
), hindered as (
  select 'busy' as outcome from waiting where not is_own
  union all
  select 'taken' from asking
  where exists (
    select from return_request other
    where other.token_hash = asking.token_hash
      and (other.organisation, other.member) <> (asking.organisation, asking.member)
  ) or exists (
    select from link
    where link.token_hash = asking.token_hash
      and not (
        link.kind = 'pairing' and link.organisation = asking.organisation and link.member = asking.member
        and link.expires_at <= asking.now
      )
  )
  union all
  select 'often' from lately
  where (for_member >= 3 or from_network >= 30) and not exists (select from waiting)
), made as (
  insert into return_request (request_id, token_hash, organisation, member, device, created_at, expires_at)
  select $1::uuid, token_hash, organisation, member, $5::text, now, $8::bigint
  from asking
  where not exists (select from waiting) and not exists (select from hindered)
  on conflict (organisation, member) do update
  set request_id = excluded.request_id, token_hash = excluded.token_hash, device = excluded.device,
    created_at = excluded.created_at, expires_at = excluded.expires_at, others = 0
  where return_request.expires_at <= excluded.created_at
  returning request_id, expires_at
), counted as (
  insert into return_ask (organisation, member, network_hash, asked_at)
  select organisation, member, network_hash, now from asking, made
), disturbed as (
  update return_request set others = others + 1
  where request_id = (select request_id from waiting where not is_own)
)
select 'waiting' as outcome, request_id, expires_at from made
union all
select 'waiting', request_id, expires_at from waiting where is_own
union all
select outcome, null, null from hindered
