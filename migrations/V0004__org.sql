create table org_unit (
  id bigint not null auto_increment primary key,
  code varchar(24) not null unique,
  name varchar(100) not null,
  kind varchar(16) not null,
  parent_id bigint,
  -- ids from the root to this unit, '/1/5/23/': a subtree is a range of this index
  path varchar(255) not null,
  case_prefix varchar(12),
  valid_from date not null,
  valid_to date,
  -- two units that counted with one prefix would share their numbers
  unique key org_unit_case_prefix (case_prefix),
  key org_unit_path (path),
  key org_unit_parent (parent_id, code),
  constraint org_unit_parent_exists foreign key (parent_id) references org_unit (id)
);

create table org_border (
  unit_id bigint not null primary key,
  border polygon not null /*!80003 SRID 0 */,
  -- drawn by the program for the demonstration, not surveyed
  `generated` boolean not null,
  spatial index org_border_border (border),
  constraint org_border_unit foreign key (unit_id) references org_unit (id)
);

create table org_staff (
  id bigint not null auto_increment primary key,
  username varchar(60) not null unique,
  name varchar(60) not null,
  phone varchar(30),
  password_hash varchar(255) not null,
  must_change_password boolean not null,
  enabled boolean not null,
  failed_logins int not null default 0,
  locked_until datetime
);

create table org_post (
  id bigint not null auto_increment primary key,
  unit_id bigint not null,
  role varchar(32) not null,
  unique key org_post_role (unit_id, role),
  constraint org_post_unit foreign key (unit_id) references org_unit (id)
);

create table org_staff_post (
  staff_id bigint not null,
  post_id bigint not null,
  valid_from date not null,
  valid_to date,
  primary key (staff_id, post_id, valid_from),
  key org_staff_post_holders (post_id, valid_from),
  constraint org_staff_post_staff foreign key (staff_id) references org_staff (id),
  constraint org_staff_post_post foreign key (post_id) references org_post (id)
);

-- What administrators did. Rows are only ever added.
create table org_change (
  id bigint not null auto_increment primary key,
  at datetime not null,
  -- null: the program itself
  actor_id bigint,
  what varchar(40) not null,
  subject varchar(100) not null,
  details varchar(500) not null,
  key org_change_subject (subject, id)
);
