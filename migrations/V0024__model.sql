-- Models that an administrator uploads: nothing runs before somebody else has approved it.
create table model_draft (
  id bigint not null auto_increment primary key,
  version int not null,
  process_key varchar(64) not null,
  -- why it is wanted, in the author's words
  reason varchar(500) not null,
  xml mediumtext not null,
  -- the version of the process that ran when it was uploaded; another one since then makes the draft stale
  based_on int not null,
  state varchar(16) not null,
  author_id bigint not null,
  created_at datetime not null,
  decided_by bigint,
  decided_at datetime,
  decision_note varchar(500),
  -- the version that it became
  deployed_version int,
  key model_draft_process (process_key, id),
  key model_draft_state (state, id),
  constraint model_draft_author foreign key (author_id) references org_staff (id),
  constraint model_draft_decider foreign key (decided_by) references org_staff (id),
  -- four eyes, whatever the program does; only taking one's own draft back needs nobody else
  constraint model_draft_four_eyes check (state in ('DRAFT', 'WITHDRAWN') or decided_by <> author_id)
);
