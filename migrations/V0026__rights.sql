-- An account serves one purpose for good: work on cases, or one of the three administrations, which exclude each other.
-- Both foreign keys of org_staff_post carry the duty, so that no row can join an account with a post of another duty.
create table org_sign_in (
  id bigint not null auto_increment primary key,
  at datetime not null,
  -- as it was typed, so that trying unknown names is seen too
  username varchar(60) not null,
  outcome varchar(16) not null,
  key org_sign_in_username (username, id)
);

update org_post set role = 'SYSTEM_ADMINISTRATOR' where role = 'ADMINISTRATOR';

alter table org_post add column duty varchar(8) not null default 'WORK';

update org_post set duty = 'SYSTEM' where role = 'SYSTEM_ADMINISTRATOR';
update org_post set duty = 'SECURITY' where role = 'SECURITY_ADMINISTRATOR';
update org_post set duty = 'AUDIT' where role = 'AUDITOR';

alter table org_post
  add unique key org_post_duty (id, duty),
  add constraint org_post_duty_of_role check (duty = case role
    when 'SYSTEM_ADMINISTRATOR' then 'SYSTEM'
    when 'SECURITY_ADMINISTRATOR' then 'SECURITY'
    when 'AUDITOR' then 'AUDIT'
    else 'WORK' end);

alter table org_staff add column duty varchar(8) not null default 'WORK';

update org_staff s
join (
  select sp.staff_id, max(p.duty = 'SYSTEM') administers
  from org_staff_post sp join org_post p on p.id = sp.post_id
  where p.duty <> 'WORK'
  group by sp.staff_id) held on held.staff_id = s.id
set s.duty = case when held.administers then 'SYSTEM' else 'AUDIT' end;

alter table org_staff add unique key org_staff_duty (id, duty);

alter table org_staff_post add column duty varchar(8) not null default 'WORK';

update org_staff_post sp join org_post p on p.id = sp.post_id set sp.duty = p.duty;

-- Whoever held posts of several duties keeps the administration and needs a second account for the rest.
insert into org_change (at, actor_id, what, subject, details)
select utc_timestamp(), null, 'staff.dismiss', s.username,
  concat('post ', p.id, ' ', p.role, ' at unit ', p.unit_id, ' from ', sp.valid_from, ': duties were separated')
from org_staff_post sp
join org_staff s on s.id = sp.staff_id
join org_post p on p.id = sp.post_id
where sp.duty <> s.duty;

delete sp from org_staff_post sp join org_staff s on s.id = sp.staff_id where sp.duty <> s.duty;

alter table org_staff_post
  add key org_staff_post_staff_duty (staff_id, duty),
  add key org_staff_post_post_duty (post_id, duty),
  add constraint org_staff_post_staff_duty foreign key (staff_id, duty) references org_staff (id, duty),
  add constraint org_staff_post_post_duty foreign key (post_id, duty) references org_post (id, duty);
