-- What a record says about other services: the concept it is an instance of, the concept it defines, and the service
-- that the one it names is the same as. All three are derived from the body.
alter table staged add column concept text;
alter table staged add column defines_concept text;
alter table staged add column same_as text;
alter table contribution add column concept text;
alter table contribution add column defines_concept text;
alter table contribution add column same_as text;

create index contribution_concept on contribution (concept) where concept is not null;
create index contribution_defines on contribution (defines_concept) where defines_concept is not null;
create index contribution_same_as on contribution (service) where same_as is not null;

-- Services that are the same as another by the word of whoever may say so: one step each.
create table same_as (
    service text primary key,
    target text not null
);

create index same_as_target on same_as (target);

-- Records of which something is not shown, as the merge of their service has settled it.
create table conflict (
    service text not null,
    field_group text not null,
    feed text not null,
    external_id text not null,
    body text not null,
    primary key (service, field_group, feed, external_id)
);

create index conflict_feed on conflict (feed, external_id);

create table run_conflict (
    run text not null references run (id) on delete cascade,
    place bigint not null,
    body text not null,
    primary key (run, place)
);

alter table run add column conflict_count bigint not null default 0;

-- What changed in a service, and what it has become a part of. Rows from before know neither.
alter table change_log add column fields text;
alter table change_log add column changed_fields integer not null default 0;
alter table change_log add column merged_into text;

-- One row: by which rules all services are merged; and while they are merged again, by which, and how far that has come.
create table merge_format (
    id integer primary key check (id = 1),
    number integer not null,
    under_way integer,
    done_to text not null
);

insert into merge_format (id, number, under_way, done_to) values (1, 1, null, '');
