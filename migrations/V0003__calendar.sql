-- Days that depart from Monday to Friday; the nation's own come from migrations/calendar/*.csv at start.
create table calendar_day (
  date date not null primary key,
  kind varchar(16) not null,
  name varchar(40) not null,
  source varchar(200) not null,
  constraint calendar_day_kind check (kind in ('HOLIDAY', 'WORKDAY'))
);

-- Working hours of a unit hold for all below it; unit 0 is no unit but the default.
create table calendar_hours (
  unit_id bigint not null primary key,
  morning_start time not null,
  morning_end time not null,
  afternoon_start time not null,
  afternoon_end time not null
);

insert into calendar_hours (unit_id, morning_start, morning_end, afternoon_start, afternoon_end)
values (0, '09:00:00', '12:00:00', '13:30:00', '17:30:00');

-- One row: whoever changes days or hours locks it and counts it up, and each node reads it to see whether to reload.
create table calendar_version (
  id tinyint not null primary key,
  version bigint not null
);

insert into calendar_version (id, version) values (1, 1);
