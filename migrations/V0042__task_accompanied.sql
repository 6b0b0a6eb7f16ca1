-- Whether anything was ever asked about the task, or kept for it, that has to go with it: most tasks have nothing, and need not be looked up.
alter table inbox_item add column accompanied boolean not null default false;

update inbox_item i set i.accompanied = true
where i.kind = 'TASK' and (
  i.task_id in (select task_id from task_signing) or i.task_id in (select task_id from task_draft)
  or i.task_id in (select task_id from (select task_id from inbox_item where kind <> 'TASK') asked));
