-- For analysts: who did it is left out where the product tells nobody, either. That is so of every act on an anonymous
-- issue, whoever's it was: if the others were named, the one that is not would be the author's. And so of votes. What
-- moves the whole room names issues and tells nothing of any.

drop view activity;

create view activity as
select event.log_id,
       log.organisation,
       log.kind,
       event.seq,
       to_timestamp(event.at / 1000.0) as happened,
       case when hidden.actor then null else event.actor end as actor,
       event.op,
       case when hidden.author then masked.body else event.body end as body
from event
join log using (log_id)
cross join lateral (
  select event.body::text like '%"anonymous":true%' as author,
         event.op like 'vote.%'
         or event.op like 'worth.%'
         or event.body::text like '%"anonymous":true%'
         or event.op not in ('cards.reveal', 'phase.move', 'votes.budget')
         and exists (
           select
           from event as posted
           cross join lateral json_array_elements(posted.body) as fact
           where posted.log_id = event.log_id
             and posted.body::text like '%"anonymous":true%'
             and fact #>> '{issuePosted,issue,anonymous}' = 'true'
             and position('"' || (fact #>> '{issuePosted,issue,id}') || '"' in event.body::text) > 0
         ) as actor
) as hidden
-- The same facts, without the members that say who in whatever is anonymous.
cross join lateral (
  select json_agg(
           (
             select jsonb_object_agg(
                      kind.key,
                      coalesce(
                        (
                          select jsonb_object_agg(
                                   part.key,
                                   case
                                     when jsonb_typeof(part.value) = 'object' and part.value ->> 'anonymous' = 'true'
                                     then part.value - '{author,by,edits}'::text[]
                                     else part.value
                                   end)
                          from jsonb_each(kind.value) as part
                        ),
                        '{}'))
             from jsonb_each(fact.value) as kind
           )
           order by fact.place) as body
  from jsonb_array_elements(event.body::jsonb) with ordinality as fact (value, place)
  where hidden.author
) as masked;
