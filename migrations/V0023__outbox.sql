-- What is to be told outside, written in the transaction of the deed and delivered afterwards, at least once.
create table outbox_message (
  id bigint not null auto_increment primary key,
  -- stays the same however often it is delivered, so that receivers recognise a repetition
  message_id varchar(36) character set ascii collate ascii_bin not null unique,
  topic varchar(60) not null,
  payload varchar(4000) not null,
  created_at datetime not null,
  -- not before this instant; moved ahead while a node delivers it (its lease) and after a failure
  available_at datetime not null,
  attempts int not null,
  -- short code of the last failure, never a text from outside
  last_error varchar(40),
  delivered_at datetime,
  key outbox_message_due (delivered_at, available_at, id),
  key outbox_message_age (delivered_at, created_at)
);
