-- Lists and counts are read out of indexes alone. A task of several posts has several rows, which is rare: only they
-- have to be looked at twice so that a reader of two of the posts sees the task once.
alter table inbox_item
  add column shared boolean not null default false after post_id,
  add key inbox_item_post_warn (post_id, assignee_id, shared, warn_at, due_at);

update inbox_item i
join (select task_id from inbox_item group by task_id having count(*) > 1) several on several.task_id = i.task_id
set i.shared = true;
