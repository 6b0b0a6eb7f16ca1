-- Unforeseen errors by the number that a user reads out; on whichever node they happened. Kept for 30 days.
create table operation_error (
  id varchar(9) not null primary key,
  at datetime not null,
  node varchar(64) not null,
  -- kind of door and name of the page, address pattern or step; never an address as it was called
  kind varchar(16) not null,
  place varchar(200) not null,
  exception varchar(200) not null,
  -- without personal data, see PersonalData
  message varchar(500) not null,
  stack_hash varchar(16) not null,
  stack text not null,
  trace_id varchar(64) not null,
  staff_id bigint,
  case_number varchar(32),
  job_id varchar(64),
  key operation_error_age (at),
  key operation_error_job (job_id, at)
);

create table operation_node (
  node varchar(64) not null primary key,
  version varchar(60) not null,
  commit_id varchar(40) not null,
  started_at datetime not null,
  -- by the clock of the database, so that nodes can be compared
  last_seen_at datetime not null,
  -- clock of the node less clock of the database
  skew_seconds int not null,
  pages int not null,
  staff int not null
);

create table operation_repair (
  id bigint not null auto_increment primary key,
  version int not null,
  case_number varchar(32) not null,
  family varchar(16) not null,
  -- the case while this waits for the second administrator, else null: one proposal a case
  open_case varchar(32) unique,
  token_id varchar(64) not null,
  from_element varchar(100) not null,
  from_name varchar(200) not null,
  to_element varchar(100) not null,
  to_name varchar(200) not null,
  reason varchar(500) not null,
  state varchar(16) not null,
  proposed_by bigint not null,
  proposed_at datetime not null,
  decided_by bigint,
  decided_at datetime,
  decision varchar(500) not null,
  key operation_repair_state (state, id),
  constraint operation_repair_state check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'STALE')),
  constraint operation_repair_four_eyes check (state <> 'APPROVED' or decided_by <> proposed_by)
);

-- What the figures of each half minute are counted from.
create index case_file_open on case_file (closed_at, family);
create index inbox_item_figures on inbox_item (family, due_at, task_id);
create index operation_incident_newest on ACT_RU_INCIDENT (INCIDENT_TYPE_(20), INCIDENT_TIMESTAMP_, ID_);
create index operation_job_due on ACT_RU_JOB (DUEDATE_, CREATE_TIME_, RETRIES_);
