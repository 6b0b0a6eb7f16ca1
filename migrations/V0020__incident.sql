create table incident_category (
  id bigint not null auto_increment primary key,
  code varchar(16) not null unique,
  class_name varchar(40) not null,
  name varchar(60) not null,
  -- words that residents use for it, separated by spaces
  keywords varchar(200) not null default '',
  -- time for handling, for example 4WH or 5WD
  term varchar(12) not null,
  filing_condition varchar(500) not null default '',
  closing_condition varchar(500) not null default '',
  responsible_body varchar(100) not null default '',
  department_id bigint,
  source varchar(300) not null default '',
  active boolean not null
);

create table incident (
  id bigint not null auto_increment primary key,
  version int not null,
  case_number varchar(32) not null unique,
  tracking_token varchar(32) character set ascii collate ascii_bin not null unique,
  -- made when the form was opened: the same form sent twice is one case
  submission_key varchar(36) not null unique,
  description varchar(2000) not null,
  longitude double,
  latitude double,
  grid_id bigint,
  address varchar(200) not null,
  phone varchar(30),
  reported_by bigint,
  reported_at datetime not null,
  status varchar(16) not null,
  category_id bigint not null,
  unit_id bigint not null,
  round int not null,
  handling_post_id bigint,
  handler_id bigint,
  reopenings int not null,
  stars int,
  closed_at datetime,
  merged_into varchar(32),
  key incident_unit (unit_id, reported_at, id),
  key incident_handling (handling_post_id, status),
  key incident_reported (reported_at, id),
  constraint incident_category_exists foreign key (category_id) references incident_category (id),
  constraint incident_stars check (stars between 1 and 5)
);

-- Every dispatch once: the key makes a second one of the same round impossible, not just unlikely.
create table incident_dispatch (
  incident_id bigint not null,
  round int not null,
  post_id bigint not null,
  dispatched_at datetime not null,
  primary key (incident_id, round),
  constraint incident_dispatch_incident foreign key (incident_id) references incident (id)
);

insert into incident_category (code, class_name, name, keywords, term, source, active)
values ('00-00', '其他', '不确定类别', '其他 不知道 不清楚', '2WD', 'Bihuan', true);
