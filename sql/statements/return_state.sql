-- What became of a request, for whoever holds its token.
with asked as (select sha256(convert_to($1::text, 'UTF8')) as token_hash)
select exists (
    select from return_request request join asked using (token_hash) where request.expires_at > $2::bigint
  ),
  exists (
    select from link join asked using (token_hash)
    where link.kind = 'pairing' and link.expires_at > $2::bigint and link.revoked_at is null
      and link.uses < link.max_uses
  )
