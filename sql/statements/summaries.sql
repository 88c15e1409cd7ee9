-- Every log of an organisation, for lists, carry-over and comparison.
select log_id, kind, head, summary from log where organisation = $1::uuid and head > 0 order by log_id
