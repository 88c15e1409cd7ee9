-- An act that is done although its log need not be told.
delete from pending where log_id = $1::uuid and act_id = $2::uuid
