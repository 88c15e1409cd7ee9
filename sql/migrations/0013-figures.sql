-- The final value of each metric of a show, with the version of its definition and where it is from: what compares shows
-- reads these rows, and no other show's log. They are written in the transaction of the append that changes them.
--
-- Shows of before are not filled in here: which value is the newest, and what a formula makes of it, is one rule in the
-- fold of the log, and SQL cannot fold one. Beside which of them figures stand is told by the summary in the log's row
-- (figures.sql, figures_due.sql); the others' are worked out when somebody asks for them, with their next append, and all
-- of them by a node that has started.
create table figure (
  log_id       uuid             not null,
  organisation uuid             not null,
  metric       text             not null,
  -- Of the metric's definition. Values of two versions are never compared.
  version      integer          not null,
  value        double precision not null,
  -- The numbers it is of; of a formula's result, those of its newest part.
  snapshot     text             not null,
  derived      boolean          not null,
  -- Where those numbers came from, what they were called, when, and who brought them.
  source       text             not null,
  label        text,
  at           bigint           not null,
  by           uuid             not null,
  primary key (log_id, metric)
);
