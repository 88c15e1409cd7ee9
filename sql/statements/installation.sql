-- What tells this installation from another on the same host.
select installation_id from installation
