-- Who does the work of somebody who is away, and what becomes of the work of somebody who leaves.

create table org_deputy (
  id bigint not null auto_increment primary key,
  absent_id bigint not null,
  deputy_id bigint not null,
  -- null: everything
  family varchar(16),
  valid_from date not null,
  -- people say until when they are away, so this day is the last that counts
  last_day date not null,
  reason varchar(200) not null,
  appointed_by bigint not null,
  created_at datetime not null,
  -- ended before its time
  ended_at datetime,
  key org_deputy_deputy (deputy_id, last_day),
  key org_deputy_absent (absent_id, last_day),
  key org_deputy_appointer (appointed_by, last_day),
  constraint org_deputy_absent foreign key (absent_id) references org_staff (id),
  constraint org_deputy_deputy foreign key (deputy_id) references org_staff (id)
);

-- The absent person for whom a deputy acted.
alter table audit_entry
  add column for_staff_id bigint after actor_name,
  add column for_name varchar(60) after for_staff_id;

alter table inbox_item add key inbox_item_owner (owner_id, due_at);

create table task_handover (
  id bigint not null auto_increment primary key,
  staff_id bigint not null,
  staff_name varchar(60) not null,
  handed_by bigint not null,
  handed_by_name varchar(60) not null,
  handed_at datetime not null,
  reason varchar(1000) not null,
  key task_handover_hander (handed_by, id)
);

-- The list to sign: as it was on that day, whatever becomes of the cases.
create table task_handover_item (
  handover_id bigint not null,
  position int not null,
  family varchar(16) not null,
  case_number varchar(32) not null,
  task_key varchar(64) not null,
  title varchar(200) not null,
  due_at datetime not null,
  -- what became of it: GIVEN to the receiver, or back to its POSTS or its OWNER
  outcome varchar(8) not null,
  receiver_id bigint,
  receiver_name varchar(60),
  primary key (handover_id, position)
);
