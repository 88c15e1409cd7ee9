-- Organisations, and how people get in. Tokens are never stored, only their SHA-256.

create table organisation (
  organisation_id uuid   primary key,
  name            text   not null,
  directory_log   uuid   not null,
  playbook_log    uuid   not null,
  created_at      bigint not null
);

create table session (
  session_id   uuid   primary key,
  token_hash   bytea  not null unique,
  organisation uuid   not null,
  member       uuid   not null,
  -- What the member sees in the list of their devices.
  device       text   not null,
  created_at   bigint not null,
  seen_at      bigint not null,
  expires_at   bigint not null
);

create index session_by_member on session (organisation, member);
create index session_by_expiry on session (expires_at);

-- Tokens that let someone in once, or a limited number of times.
create table link (
  token_hash   bytea   primary key,
  kind         text    not null check (kind in ('lead', 'invitation', 'pairing')),
  organisation uuid    not null,
  -- What it is called where it was made: the id by which it is revoked.
  reference    uuid    not null unique,
  -- Whom a pairing link signs in.
  member       uuid,
  created_at   bigint  not null,
  expires_at   bigint  not null,
  max_uses     integer not null check (max_uses > 0),
  uses         integer not null default 0 check (uses <= max_uses),
  revoked_at   bigint
);

create index link_by_expiry on link (expires_at);

-- Who exported, invited, revoked, erased what. Rows are only ever added.
create table audit (
  organisation uuid   not null,
  at           bigint not null,
  audit_id     uuid   not null default gen_random_uuid(),
  member       uuid,
  act          text   not null,
  detail       jsonb  not null,
  primary key (organisation, at, audit_id)
);
