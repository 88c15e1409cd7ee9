-- For analysts: who did it is left out where the product tells nobody, either. That is so of every act on an anonymous
-- issue, whoever's it was, and on what is said there: if the others were named, the one that is not would be the
-- author's. And so of votes, of what the review was worth, and of causes. What moves the whole room names issues and
-- tells nothing of any. Whom a comment called is left out of it, for it calls everyone of a role but its author.
-- A body that was emptied of words has a blank on either side of its colons, another has none.

drop view activity;

create view activity as
select event.log_id,
       log.organisation,
       log.kind,
       event.seq,
       to_timestamp(event.at / 1000.0) as happened,
       case when hidden.actor then null else event.actor end as actor,
       event.op,
       case when hidden.parts then masked.body else event.body end as body
from event
join log using (log_id)
cross join lateral (
  select event.body::text ~ '"anonymous" ?: ?true'
         or event.body::text ~ '"notified" ?:'
         or event.body::text ~ '"worthSet" ?:' as parts,
         event.op like 'vote.%'
         or event.op like 'worth.%'
         or event.op like 'cause.%'
         or event.body::text ~ '"anonymous" ?: ?true'
         or event.op not in ('cards.reveal', 'phase.move', 'votes.budget')
         and exists (
           select
           from event as posted
           cross join lateral json_array_elements(posted.body) as fact
           where posted.log_id = event.log_id
             and posted.body::text ~ '"anonymous" ?: ?true'
             and fact #>> '{issuePosted,issue,anonymous}' = 'true'
             and position('"' || (fact #>> '{issuePosted,issue,id}') || '"' in event.body::text) > 0
         )
         -- A comment can be anonymous only where its issue is, and what is done with it names the comment alone.
         or event.op like 'comment.%'
         and exists (
           select
           from event as said
           cross join lateral json_array_elements(said.body) as fact
           join event as posted on posted.log_id = said.log_id
           cross join lateral json_array_elements(posted.body) as card
           where said.log_id = event.log_id
             and said.body::text ~ '"commentPosted" ?:'
             and position('"' || (fact #>> '{commentPosted,comment,id}') || '"' in event.body::text) > 0
             and posted.body::text ~ '"anonymous" ?: ?true'
             and card #>> '{issuePosted,issue,anonymous}' = 'true'
             and card #>> '{issuePosted,issue,id}' = fact #>> '{commentPosted,comment,issue}'
         ) as actor
) as hidden
-- The same facts, without the members that say who in whatever is anonymous, and without what only one is told.
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
                                     then part.value - '{author,by,edits,withdrawnBy}'::text[]
                                     else part.value
                                   end)
                          from jsonb_each(kind.value) as part
                          where part.key <> 'notified' and not (kind.key = 'worthSet' and part.key = 'score')
                        ),
                        '{}'))
             from jsonb_each(fact.value) as kind
           )
           order by fact.place) as body
  from jsonb_array_elements(event.body::jsonb) with ordinality as fact (value, place)
  where hidden.parts
) as masked;

-- How often each member was called is told to that member alone.
drop view review;

create view review as
select log_id,
       organisation,
       kind,
       head as events,
       summary ->> 'title' as title,
       summary ->> 'phase' as phase,
       case
         when summary::text like '%"mentions":%' then (summary::jsonb - 'mentions')::json
         else summary
       end as summary
from log;
