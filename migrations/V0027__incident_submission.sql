-- The key of a report lies with all other keys now (idempotency_key).
alter table incident drop column submission_key;
