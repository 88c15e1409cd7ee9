-- Tells the other nodes what moved. From a session of its own with synchronous_commit off: the lock that a
-- notification takes through its commit covers the whole cluster, and must never be held during a flush.
select pg_notify('aftershow', $1::text)
