-- One schema for SQLite and PostgreSQL: only types and clauses that both have. Times are milliseconds since 1970 UTC.

create table store_identity (
    id text primary key
);

create table agency (
    id text primary key,
    body text not null
);

create table feed (
    id text primary key,
    agency text not null references agency (id),
    registration text not null,
    records bigint not null default 0,
    last_success bigint,
    last_failure bigint,
    fault text
);

create table run (
    id text primary key,
    feed text not null references feed (id),
    fence bigint not null,
    owner text not null,
    outcome text not null,
    completeness text not null,
    started_at bigint not null,
    seen_at bigint not null,
    ended_at bigint,
    read_count bigint not null default 0,
    rejected_count bigint not null default 0,
    unidentified_count bigint not null default 0,
    unchanged_count bigint not null default 0,
    added_count bigint not null default 0,
    changed_count bigint not null default 0,
    removed_count bigint not null default 0,
    fault text,
    unique (feed, fence)
);

-- The fence: of a feed's runs at most one can publish.
create unique index run_running on run (feed) where outcome = 'running';

create table reject (
    run text not null references run (id) on delete cascade,
    place bigint not null,
    body text not null,
    primary key (run, place)
);

create table staged (
    run text not null references run (id) on delete cascade,
    external_id text not null,
    state text not null,
    hash text,
    ordinal bigint not null,
    service text,
    body text,
    changed_at_source bigint,
    primary key (run, external_id)
);

create index staged_state on staged (run, state);

create table contribution (
    feed text not null references feed (id),
    external_id text not null,
    service text not null,
    hash text not null,
    body text not null,
    retrieved_at bigint not null,
    changed_at_source bigint,
    missing_count integer not null default 0,
    primary key (feed, external_id)
);

create index contribution_service on contribution (service);
create index contribution_missing on contribution (feed, missing_count) where missing_count > 0;

create table service (
    id text primary key,
    authority text not null,
    hash text not null,
    content_hash text not null,
    body text not null,
    changed_at bigint not null
);

create table change_log (
    sequence bigint primary key,
    service text not null,
    kind text not null,
    at bigint not null
);

-- One row. Whoever publishes locks it first, so that changes get numbers without gaps, in the order they commit.
create table change_head (
    id integer primary key check (id = 1),
    last bigint not null
);

insert into change_head (id, last) values (1, 0);

-- Services whose contributions the transaction under way has changed; empty outside a transaction.
create table touched (
    service text primary key
);
