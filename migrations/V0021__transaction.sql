-- Since when somebody has the task, so that whoever comes second is told who was first and when.
alter table inbox_item add column taken_at datetime;
