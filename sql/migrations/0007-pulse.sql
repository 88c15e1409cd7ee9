-- One row, written when a node is asked whether it is ready and has committed nothing for a second.
create table pulse (
  one boolean     primary key default true check (one),
  at  timestamptz not null default now()
) with (fillfactor = 10);
