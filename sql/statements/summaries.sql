-- What an organisation's lobby lists.
select log_id, head, tag, organisation, kind, summary
from log
where organisation = $1::uuid and kind in ('show', 'room') and head > 0
