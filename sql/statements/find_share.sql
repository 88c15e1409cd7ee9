-- What a token shows. One that was taken back is not there.
select organisation, log_id
from share
where token_hash = sha256(convert_to($1::text, 'UTF8')) and expires_at > $2::bigint
