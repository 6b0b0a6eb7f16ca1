-- What was sent once. The row stands in the transaction of the deed: a row means that the deed was done.
create table idempotency_key (
  caller varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  send_key varchar(64) character set ascii collate ascii_bin not null,
  -- SHA-256 of the canonical JSON of what was sent
  content_hash binary(32) not null,
  -- the first answer as JSON, without personal data
  answer varchar(2000),
  -- how often it was sent; more than 1 is an effect that did not happen twice
  sends int not null,
  created_at datetime not null,
  primary key (caller, send_key),
  key idempotency_key_created (created_at)
);
