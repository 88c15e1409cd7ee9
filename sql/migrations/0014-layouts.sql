-- Facts of the fourth layout may be stored from here on. A version that cannot read them does not start on this database
-- any more; whether one still runs is asked by layouts.sql.
comment on column event.body is 'An array of facts. One of a layout after the first names it as "v".';
