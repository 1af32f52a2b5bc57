-- Life events and business events. version numbers the changes of all journeys; one that was removed keeps its row, without
-- a body, so that whoever follows the numbers notices.
create table journey (
    id text primary key,
    kind text not null,
    event text not null,
    hash text not null,
    content_hash text not null,
    body text,
    changed_at bigint not null,
    version bigint not null unique
);
