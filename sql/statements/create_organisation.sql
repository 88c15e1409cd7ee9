-- Made again under the same id it changes nothing.
insert into organisation (organisation_id, name, directory_log, playbook_log, created_at)
values ($1::uuid, $2::text, $3::uuid, $4::uuid, $5::bigint)
on conflict do nothing
