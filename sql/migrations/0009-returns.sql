-- Members whose session ended and who ask to be let in again: until one who knows them says yes it opens nothing.
-- One a member: the newest replaces the one before, so that asking fills nothing.

create table return_request (
  request_id   uuid   primary key,
  -- Becomes a pairing link's when somebody says yes.
  token_hash   bytea  not null unique,
  organisation uuid   not null,
  member       uuid   not null,
  device       text   not null,
  created_at   bigint not null,
  expires_at   bigint not null,
  unique (organisation, member)
);

create index return_request_by_expiry on return_request (expires_at);
