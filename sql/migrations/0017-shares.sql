-- Links by which a closed review's report is read without an account. The token is in nobody's hands but theirs who were
-- given the link: only its SHA-256 is stored. What the link shows is made of the room's log at each request.
create table share (
  share_id     uuid   primary key,
  token_hash   bytea  not null unique,
  organisation uuid   not null,
  -- The room's.
  log_id       uuid   not null,
  -- Who made it.
  member       uuid   not null,
  created_at   bigint not null,
  expires_at   bigint not null
);

create index share_by_log on share (log_id);
create index share_by_expiry on share (expires_at);
