-- The logs: what happened, in one gapless order each, and what stands beside them.
--
-- Rules for every table here, so that logs can one day be spread over several servers: log_id leads every key;
-- no sequences, no triggers, no foreign keys. Times are milliseconds since 1970 (UTC), as the events hold them.

create table log (
  log_id       uuid   primary key,
  organisation uuid   not null,
  kind         text   not null,
  -- The seq of the last event. Every append is a compare-and-swap on it.
  head         bigint not null,
  -- The tag of the last event.
  tag          bigint not null,
  -- Title, phase, counts …: what lists and comparisons read instead of the events.
  summary      jsonb  not null
) with (fillfactor = 50);  -- head, tag and summary change with every append: room for the new row on the same page

create index log_by_organisation on log (organisation, kind);

create table event (
  log_id     uuid   not null,
  seq        bigint not null,
  -- Random. Tells a log rewound by a fail-over or a restored backup from the one a client saw.
  tag        bigint not null,
  -- Made by the client: the same command takes effect once.
  command_id uuid   not null,
  actor      uuid   not null,
  at         bigint not null,
  op         text   not null,
  body       jsonb  not null,
  primary key (log_id, seq),
  unique (log_id, command_id)
);

-- Words that must be erasable. The event holds the id only.
create table text (
  log_id     uuid   not null,
  text_id    text   not null,
  -- The event that brought them.
  seq        bigint not null,
  body       text   not null,
  expires_at bigint,
  primary key (log_id, text_id)
);

create index text_by_event on text (log_id, seq);
create index text_by_expiry on text (expires_at) where expires_at is not null;

-- Minute series, too long to travel with the state; read when looked at.
create table series (
  log_id    uuid  not null,
  series_id text  not null,
  body      jsonb not null,
  primary key (log_id, series_id)
);

-- Acts that another log must take because of an event of this one; deleted once it has answered.
create table pending (
  log_id      uuid   not null,
  act_id      uuid   not null,
  target_id   uuid   not null,
  target_kind text   not null,
  op          text   not null,
  args        jsonb  not null,
  member      uuid   not null,
  -- The op by which the source log is told the outcome, if it wants to know.
  settle      text,
  at          bigint not null,
  primary key (log_id, act_id)
);

create index pending_by_age on pending (at);

-- The folded state after event seq, so that loading is this and the tail. Opaque to SQL, and disposable.
create table snapshot (
  log_id uuid   primary key,
  seq    bigint not null,
  tag    bigint not null,
  at     bigint not null,
  body   bytea  not null
);
