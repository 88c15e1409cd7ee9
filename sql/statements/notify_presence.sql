-- Tells the other nodes who is with this one. In the transaction of the hints, on the session they have.
select pg_notify('aftershow_presence', $1::text)
