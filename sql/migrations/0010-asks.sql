-- Nobody takes the place of a member who waits to be let in again, and asking has its bounds.

-- How often somebody else asked for the member while this request waited.
alter table return_request add column others integer not null default 0;

-- What was asked lately, to count it by member and by network. Of the network only the SHA-256 is kept.
create table return_ask (
  organisation uuid   not null,
  member       uuid   not null,
  network_hash bytea  not null,
  asked_at     bigint not null
);

create index return_ask_by_time on return_ask (asked_at);

-- The join a link of one use was used for: sent again it finds the link still open.
alter table link add column redeemed_by uuid;
