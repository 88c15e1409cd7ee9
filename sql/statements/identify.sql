-- Which database this is, and what its clock says. A promoted standby has another timeline, a database made or restored
-- from elsewhere another system; one that was put back in place is told by the tags of its logs alone.
select system_identifier::text, left(pg_walfile_name(pg_current_wal_lsn()), 8),
       (extract(epoch from clock_timestamp()) * 1000)::bigint
from pg_control_system()
