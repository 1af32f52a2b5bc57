-- Keys by which operators and agencies call the registry API. Of a key itself only the SHA-256 is kept.
create table access_key (
    id text primary key,
    sha256 text not null,
    title text not null,
    role text not null,
    -- Whose key it is; null for an operator's.
    agency text,
    expires_at bigint,
    created_by text not null,
    created_at bigint not null,
    revoked_by text,
    revoked_at bigint,
    -- The beginning of the day (UTC) of the latest use.
    last_used bigint
);

create index access_key_agency on access_key (agency, created_at);

-- One row. Whoever makes the first key or revokes one locks it first, so that there is one first key, and always an operator's.
create table access_guard (
    id integer primary key check (id = 1),
    last bigint not null
);

insert into access_guard (id, last) values (1, 0);
