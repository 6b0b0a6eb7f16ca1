-- Signing together: one row for each task that has signers, and one for each of them.
create table task_signing (
  task_id varchar(64) not null primary key,
  family varchar(16) not null,
  case_number varchar(32) not null,
  task_key varchar(64) not null,
  -- as the model says it; null: the task has a holder, who asked others to sign
  rule varchar(40),
  -- what the holder sent to those who sign after, as JSON; emptied when the task ends
  answers mediumtext,
  -- since when it is with them
  sent_at datetime,
  ended_at datetime,
  key task_signing_case (case_number, ended_at)
);

create table task_signer (
  id bigint not null auto_increment primary key,
  task_id varchar(64) not null,
  case_number varchar(32) not null,
  staff_id bigint not null,
  place varchar(8) not null,
  -- null: the process
  added_by bigint,
  added_at datetime not null,
  note varchar(1000) not null,
  -- since when it is up to this person; null while others come first
  asked_at datetime,
  vote varchar(8),
  opinion varchar(1000) not null default '',
  decided_at datetime,
  removed_by bigint,
  -- removed, or the task went on without
  ended_at datetime,
  key task_signer_task (task_id, id),
  key task_signer_case (case_number, staff_id),
  constraint task_signer_signing foreign key (task_id) references task_signing (task_id)
);

-- Who must have signed, or be gone, before somebody is asked.
create table task_signer_wait (
  signer_id bigint not null,
  waits_for bigint not null,
  primary key (signer_id, waits_for),
  key task_signer_wait_for (waits_for),
  constraint task_signer_wait_signer foreign key (signer_id) references task_signer (id),
  constraint task_signer_wait_other foreign key (waits_for) references task_signer (id)
);
