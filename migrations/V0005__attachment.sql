create table attachment_photo (
  id char(36) not null primary key,
  case_number varchar(32) not null,
  kind varchar(16) not null,
  -- order within one sending
  position int not null,
  width int not null,
  height int not null,
  -- cleaned, for display only: files are found by id
  file_name varchar(120) not null,
  actor_kind varchar(16) not null,
  staff_id bigint,
  taken_in datetime not null,
  key attachment_photo_case (case_number, taken_in, position)
);
