-- What happened to each case, in the order of the deeds. Rows are only ever added.
create table audit_entry (
  id bigint not null auto_increment primary key,
  case_number varchar(32) not null,
  family varchar(16) not null,
  event_type varchar(64) not null,
  actor_kind varchar(16) not null,
  actor_staff_id bigint,
  actor_name varchar(60) not null,
  occurred_at datetime not null,
  note varchar(4000) not null,
  -- the part of the note that the reporter may read
  public_note varchar(4000) not null,
  visible_to_reporter boolean not null,
  key audit_entry_case (case_number, id)
);
