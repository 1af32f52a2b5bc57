-- Rebuilds of the search index that somebody asked for, the latest of them.
create table index_rebuild (
    id text primary key,
    state text not null,
    requested_by text not null,
    requested_at bigint not null,
    seen_at bigint not null,
    ended_at bigint,
    services bigint not null default 0,
    expected bigint not null default 0,
    detail text
);

-- At most one at a time, whichever replica is asked.
create unique index index_rebuild_running on index_rebuild (state) where state = 'running';
