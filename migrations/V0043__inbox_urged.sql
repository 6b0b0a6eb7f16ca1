-- How often somebody asked to hurry, beside when it was last: the list tells both without another read.
alter table inbox_item
  add column urged_times smallint not null default 0;
