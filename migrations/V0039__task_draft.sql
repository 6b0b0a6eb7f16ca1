-- What somebody has written so far for an open task; goes with the task.
create table task_draft (
  task_id varchar(64) not null,
  staff_id bigint not null,
  -- JSON; also of fields that the form no longer has
  answers mediumtext not null,
  saved_at datetime not null,
  primary key (task_id, staff_id)
);
