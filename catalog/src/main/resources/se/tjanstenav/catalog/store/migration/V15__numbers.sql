-- A run remembers what it finds as it was by these numbers. Null where an older release has published, until the feed is published again.
alter table contribution add column number bigint;
create unique index contribution_number on contribution (feed, number);
