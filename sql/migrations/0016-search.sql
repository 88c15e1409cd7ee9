-- What search finds: of each record that everyone of its log may read, its words and the grams of them. These rows are
-- written soon after the events they follow from, and may be made anew at any time; words that are erased go out of them
-- in the transaction of the event that erases (forget_search.sql).
--
-- A row is as of one event of its log, and never gives way to one of an earlier event. So what is late cannot bring back
-- words that are gone: the row of a record that is found no more stays, without words.
create table search_row (
  log_id       uuid      not null,
  record_id    text      not null,
  organisation uuid      not null,
  kind         text      not null,
  -- The event of which it is.
  seq          bigint    not null,
  -- When what it speaks of was.
  at           bigint    not null,
  -- Words of users are kept for so long; nil keeps them.
  expires_at   bigint,
  -- Half-width and lower case: the first line is what it is called by.
  words        text      not null,
  -- Hashes of its characters and of the pairs of neighbours, other ones in each organisation.
  grams        integer[] not null,
  -- What is told of a hit.
  told         json      not null,
  primary key (log_id, record_id)
);

-- Grams of new rows gather in a pending list and go into the tree together, which takes a quarter of the work of one row
-- after the other. Every search looks through the list: so it is short, in kB.
create index search_row_by_gram on search_row using gin (grams) with (fastupdate = on, gin_pending_list_limit = 256);

-- How far the rows of a log have been written, and by which rule. What is behind the log's head for long, or of another
-- rule, is made anew from the log (search_due.sql).
create table search_mark (
  log_id  uuid    primary key,
  seq     bigint  not null,
  edition integer not null
) with (fillfactor = 50);
