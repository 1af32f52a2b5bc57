-- A run remembers what it finds as it was by these numbers. Given when a feed is published, null until then.
alter table contribution add column number bigint;
create unique index contribution_number on contribution (feed, number);
