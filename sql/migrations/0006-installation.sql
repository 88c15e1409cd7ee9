-- One row: what tells this installation from another. Its cookies are named after it, as browsers tell hosts apart, but
-- not the ports of one.
create table installation (
  installation_id uuid primary key
);

insert into installation values (gen_random_uuid());
