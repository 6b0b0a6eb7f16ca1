-- Clocks of open tasks: cases at rest, more time, lateness told upwards.

-- While a case rests its rows have a deadline that never comes, so that no list and no count has to ask; what they had
-- before is kept beside it.
alter table inbox_item
  add column suspended_why varchar(60),
  add column due_before datetime,
  add column warn_before datetime,
  -- when the superior is told that the task is late; empty when nobody is, or all have been
  add column escalate_at datetime,
  add key inbox_item_escalate (suspended_at, escalate_at, id);

update inbox_item set escalate_at = due_at where kind = 'TASK';

-- Deadlines that somebody or a rest moved: the latest of a task counts instead of what its model says.
create table inbox_deadline (
  id bigint not null auto_increment primary key,
  task_id varchar(64) not null,
  due_at datetime not null,
  moved_at datetime not null,
  key inbox_deadline_task (task_id, id)
);

create table task_suspension (
  id bigint not null auto_increment primary key,
  case_number varchar(32) not null,
  -- the number again while the case rests, so that it does only once
  open_case varchar(32) unique,
  family varchar(16) not null,
  kind varchar(12) not null,
  reason varchar(1000) not null,
  suspended_by bigint not null,
  suspended_at datetime not null,
  until_at datetime,
  resumed_at datetime,
  -- empty when its time was over
  resumed_by bigint,
  resume_note varchar(1000) not null default '',
  key task_suspension_case (case_number, id),
  key task_suspension_until (resumed_at, until_at)
);

create table task_extension (
  id bigint not null auto_increment primary key,
  task_id varchar(64) not null,
  -- the task again while nobody has decided, so that it is asked only once
  open_task varchar(64) unique,
  family varchar(16) not null,
  case_number varchar(32) not null,
  task_key varchar(64) not null,
  asked_by bigint not null,
  asked_at datetime not null,
  -- asked for when the time was over already
  late boolean not null,
  due_before datetime not null,
  proposed_due datetime not null,
  reason varchar(1000) not null,
  -- the post that decides
  post_id bigint not null,
  state varchar(12) not null,
  decided_by bigint,
  decided_at datetime,
  granted_due datetime,
  words varchar(1000) not null default '',
  key task_extension_case (case_number, id)
);

create table task_escalation (
  id bigint not null auto_increment primary key,
  task_id varchar(64) not null,
  case_number varchar(32) not null,
  due_at datetime not null,
  level int not null,
  post_id bigint not null,
  escalated_at datetime not null,
  acknowledged_by bigint,
  acknowledged_at datetime,
  -- each superior hears of a missed deadline once
  unique key task_escalation_once (task_id, due_at, level),
  key task_escalation_case (case_number, post_id)
);
