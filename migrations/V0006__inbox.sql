-- One row for each open task and each post that may take it; written in the engine's transaction, deleted when done.
create table inbox_item (
  id bigint not null auto_increment primary key,
  task_id varchar(64) not null,
  post_id bigint not null,
  assignee_id bigint,
  family varchar(16) not null,
  case_number varchar(32) not null,
  task_key varchar(64) not null,
  form_key varchar(100) not null,
  title varchar(200) not null,
  place varchar(200),
  -- ids from the root to the unit whose working hours count, so that a list needs no further reading
  unit_path varchar(255),
  created_at datetime not null,
  due_at datetime not null,
  warn_at datetime not null,
  unique key inbox_item_task (task_id, post_id),
  key inbox_item_post_due (post_id, assignee_id, due_at, id),
  key inbox_item_post_newest (post_id, assignee_id, created_at, id),
  key inbox_item_assignee_due (assignee_id, due_at, id),
  key inbox_item_assignee_newest (assignee_id, created_at, id),
  key inbox_item_case (case_number)
);

create table inbox_done (
  id bigint not null auto_increment primary key,
  staff_id bigint not null,
  task_id varchar(64) not null,
  family varchar(16) not null,
  case_number varchar(32) not null,
  task_key varchar(64) not null,
  title varchar(200) not null,
  place varchar(200),
  created_at datetime not null,
  due_at datetime not null,
  completed_at datetime not null,
  key inbox_done_staff (staff_id, completed_at, id),
  key inbox_done_task (task_id)
);

-- Who has something new to see; each node reads the tail of it and tells the open pages.
create table inbox_change (
  id bigint not null auto_increment primary key,
  post_id bigint,
  staff_id bigint,
  changed_at datetime not null,
  key inbox_change_time (changed_at)
);
