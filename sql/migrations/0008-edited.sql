-- State snapshots know from now on whether a person has changed a record's words. Those that do not are made anew from
-- the events.

delete from snapshot;
