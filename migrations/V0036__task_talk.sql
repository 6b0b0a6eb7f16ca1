-- What is said about a case beside the work on it: who was let in, copies, comments, and who asked to hurry.

-- Who may read a case because somebody asked him to sign, copied it to him, handed it to him or mentioned him.
create table inbox_party (
  case_number varchar(32) not null,
  staff_id bigint not null,
  primary key (case_number, staff_id)
);

create table inbox_copy (
  id bigint not null auto_increment primary key,
  -- all rows of one sending have the same
  sending char(36) not null,
  case_number varchar(32) not null,
  family varchar(16) not null,
  staff_id bigint not null,
  staff_name varchar(60) not null,
  title varchar(200) not null,
  place varchar(200),
  -- null: the process model sends it
  by_staff_id bigint,
  by_name varchar(60) not null,
  words varchar(1000) not null,
  sent_at datetime not null,
  read_at datetime,
  unique key inbox_copy_sending (case_number, staff_id, sending),
  key inbox_copy_received (staff_id, sent_at, id),
  key inbox_copy_unread (staff_id, read_at)
);

create table task_comment (
  id bigint not null auto_increment primary key,
  case_number varchar(32) not null,
  staff_id bigint not null,
  -- as it was then, like the names in the record
  name varchar(60) not null,
  words varchar(2000) not null,
  written_at datetime not null,
  key task_comment_case (case_number, id)
);

create table task_mention (
  comment_id bigint not null,
  staff_id bigint not null,
  name varchar(60) not null,
  primary key (comment_id, staff_id),
  constraint task_mention_comment foreign key (comment_id) references task_comment (id)
);

create table task_urge (
  id bigint not null auto_increment primary key,
  task_id varchar(64) not null,
  case_number varchar(32) not null,
  staff_id bigint not null,
  words varchar(1000) not null,
  urged_at datetime not null,
  key task_urge_task (task_id, urged_at),
  key task_urge_case (case_number)
);
