-- layouts
-- The oldest layout of facts that a node here reads, and a session of such a node. A node tells its layout in the names
-- of its sessions, `aftershow/2 one desk`; those of a version that told none are named `aftershow one desk`, and it reads
-- the first. Who only prepares the schema reads no facts.
select coalesce(substring(application_name from '^aftershow/([0-9]{1,9}) ')::bigint, 1) as layout, application_name
from pg_stat_activity
where datname = current_database()
  and application_name ~ '^aftershow[ /]'
  and application_name not in ('aftershow migrate', 'aftershow start')
order by layout, application_name
limit 1
