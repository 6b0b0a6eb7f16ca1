-- Every table of ours takes this collation: it tells characters outside the basic plane apart (𠮷) and both servers know it.
alter database character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table case_number_counter (
  prefix varchar(12) not null,
  year smallint not null,
  last_number int not null,
  primary key (prefix, year)
);

create table case_file (
  number varchar(32) not null primary key,
  family varchar(16) not null,
  title varchar(200) not null,
  place varchar(200),
  unit_id bigint,
  status varchar(32) not null,
  started_by bigint,
  started_at datetime not null,
  closed_at datetime,
  key case_file_started (started_by, started_at, number),
  key case_file_unit (unit_id, family, status)
);
