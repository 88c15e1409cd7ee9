-- Where the shows and rooms of an organisation stand now: what a node that keeps their summaries has missed. The same head
-- under another tag is another history.
select log_id, head, tag
from log
where organisation = $1::uuid and kind in ('show', 'room') and head > 0
