-- What may be done with an open task besides taking and doing it.

-- A row of the inbox asks its reader for one of several things. Rows of kind TASK are tasks of the engine to be taken and
-- done; all others ask for something about such a task, carry its id and go with it.
alter table inbox_item
  modify column post_id bigint,
  add column kind varchar(12) not null default 'TASK' after task_id,
  -- row of the table that belongs to the kind; 0 for tasks
  add column ref_id bigint not null default 0 after kind,
  -- who gave the task to its holder for a while and gets it back
  add column owner_id bigint after assignee_id,
  -- the absent person for whom a deputy took the task
  add column for_staff_id bigint after owner_id,
  -- the task whose completion made this one
  add column origin_task_id varchar(64) after for_staff_id,
  add column urged_at datetime,
  add column suspended_at datetime,
  add key inbox_item_origin (origin_task_id),
  add key inbox_item_ref (kind, ref_id);

alter table inbox_done
  add column kind varchar(12) not null default 'TASK' after task_id,
  add column for_staff_id bigint after staff_id,
  -- taken back or made undone by a return: the step will be done once more
  add column undone_at datetime,
  add key inbox_done_case (case_number, completed_at, id);

-- The same post may be asked for something about a task that it may take as well.
alter table inbox_item
  drop key inbox_item_task,
  add unique key inbox_item_task (task_id, post_id, kind, ref_id);
