-- All that this server hosts.
select organisation_id, name, directory_log, playbook_log, created_at
from organisation
order by created_at, organisation_id
