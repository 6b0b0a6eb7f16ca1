-- Notices: who was told what, which ways it took, how each person wants it.

-- One row for each person and event. Words are what the sender wrote; nobody else's data.
create table notify_notice (
  id bigint not null auto_increment primary key,
  -- the same for the same event, so that nobody is told twice
  event_id varchar(36) character set ascii collate ascii_bin not null,
  staff_id bigint not null,
  kind varchar(60) not null,
  family varchar(16) not null,
  case_number varchar(32) not null,
  title varchar(200) not null,
  words varchar(1000) not null,
  at datetime not null,
  read_at datetime,
  unique key notify_notice_once (event_id, staff_id),
  key notify_notice_list (staff_id, id),
  key notify_notice_unread (staff_id, read_at),
  key notify_notice_read (read_at),
  key notify_notice_age (at)
);

-- One row for each notice that leaves the program and each way it takes.
create table notify_delivery (
  id bigint not null auto_increment primary key,
  notice_id bigint not null,
  staff_id bigint not null,
  channel varchar(24) not null,
  -- collected until this instant; empty: at once
  digest_at datetime,
  -- the message of the outbox that carries it; of a digest only when it leaves
  message_id varchar(36) character set ascii collate ascii_bin,
  made_at datetime not null,
  -- more than 1 when the outbox told it twice
  routed int not null,
  -- how it ended: SENT, READ (in the program before), OFF (chosen since), NO_ADDRESS
  outcome varchar(12),
  ended_at datetime,
  unique key notify_delivery_once (notice_id, channel),
  key notify_delivery_digest (staff_id, channel, digest_at, message_id),
  key notify_delivery_recent (staff_id, channel, made_at),
  key notify_delivery_message (message_id),
  key notify_delivery_age (made_at)
);

-- Who chose nothing has no row.
create table notify_person (
  staff_id bigint not null primary key,
  quiet_from time not null,
  quiet_to time not null,
  -- urgent notices come in the quiet hours, too
  urgent_always boolean not null,
  -- in the order of the day, apart by commas
  digest_times varchar(60) not null,
  language varchar(8) not null,
  constraint notify_person_staff foreign key (staff_id) references org_staff (id)
);

create table notify_choice (
  staff_id bigint not null,
  topic varchar(16) not null,
  channel varchar(24) not null,
  manner varchar(8) not null,
  primary key (staff_id, topic, channel),
  constraint notify_choice_staff foreign key (staff_id) references org_staff (id)
);

alter table org_staff
  add column email varchar(100) after phone;

-- While a node delivers a message, nobody may have it tried again or give it up.
alter table outbox_message
  add column leased_until datetime;

-- How far the deadlines were looked through for those to be told; the row is the lock of the node that looks.
create table inbox_deadline_sweep (
  kind varchar(16) not null primary key,
  reached datetime not null
);

insert into inbox_deadline_sweep (kind, reached) values ('deadline.near', utc_timestamp()), ('deadline.over', utc_timestamp());

alter table inbox_item
  add key inbox_item_warn (warn_at),
  add key inbox_item_due (due_at);
