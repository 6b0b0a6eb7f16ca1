-- Searching, filters that people keep, columns that they chose.

-- Which characters and pairs of them number, title and place hold, as four times 63 bits (TextMarks). They lie in the indexes by
-- which lists are read, so that a search looks only at rows that may hold the words. Rows of before may hold anything.
-- A task of several posts has several rows, and is read by a range of its own: a reader of two of them sees it once.
alter table inbox_item
  add column marks_1 bigint not null default -1,
  add column marks_2 bigint not null default -1,
  add column marks_3 bigint not null default -1,
  add column marks_4 bigint not null default -1,
  drop key inbox_item_post_due,
  drop key inbox_item_post_newest,
  add key inbox_item_post_due (post_id, assignee_id, shared, due_at, id, marks_1, marks_2, marks_3, marks_4),
  add key inbox_item_post_newest (post_id, assignee_id, shared, created_at, id, marks_1, marks_2, marks_3, marks_4);

create table inbox_view (
  id bigint not null auto_increment primary key,
  staff_id bigint not null,
  name varchar(40) not null,
  -- empty for all
  family varchar(16),
  state varchar(8),
  search varchar(200) not null,
  whose varchar(16) not null,
  sort varchar(16) not null,
  unique key inbox_view_name (staff_id, name)
);

-- Columns that a person does not want to see; without a row the usual ones are shown.
create table inbox_columns (
  staff_id bigint not null primary key,
  hidden varchar(200) not null
);
