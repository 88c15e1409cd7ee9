-- A hard delete: afterwards the words exist nowhere in the database but in its backups.
delete from text where log_id = $1::uuid and text_id = $2::text
