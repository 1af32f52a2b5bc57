-- One schema for SQLite and PostgreSQL: only types and clauses that both have. Times are milliseconds since 1970 UTC.

create table connector (
    id text primary key,
    agency text not null,
    -- Whether the active version, which the connector keeps meanwhile, is left unused.
    paused boolean not null default false,
    registered_at bigint not null
);

create index connector_agency on connector (agency, id);

-- A version's text never changes; whoever changes a descriptor posts another version.
create table connector_version (
    connector text not null references connector (id) on delete cascade,
    version integer not null,
    format text not null,
    body text not null,
    sha256 text not null,
    status text not null,
    posted_by text not null,
    posted_at bigint not null,
    validated_by text,
    validated_at bigint,
    approved_by text,
    approved_at bigint,
    activated_by text,
    activated_at bigint,
    -- What the latest validation found, as JSON.
    faults text,
    primary key (connector, version)
);

-- Of a connector's versions at most one is active.
create unique index connector_version_active on connector_version (connector) where status = 'active';

-- One row, counted up by every write that changes which registered connectors run, or with which secrets, so that each
-- process sees with one small query whether it has to read them anew.
create table connector_revision (
    id integer primary key check (id = 1),
    last bigint not null
);

insert into connector_revision (id, last) values (1, 0);

-- Who did what. Rows are only ever added.
create table audit (
    number bigint primary key,
    at bigint not null,
    who text not null,
    -- The agency that may see the row besides the operator; null for what concerns the hub alone.
    agency text,
    action text not null,
    connector text,
    version integer,
    detail text
);

create index audit_agency on audit (agency, number);
create index audit_connector on audit (connector, number);

-- One row. Whoever records locks it first, so that rows get numbers without gaps, in the order they commit.
create table audit_head (
    id integer primary key check (id = 1),
    last bigint not null
);

insert into audit_head (id, last) values (1, 0);
