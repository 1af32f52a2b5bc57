create table run_warning (
    run text not null references run (id) on delete cascade,
    place bigint not null,
    body text not null,
    primary key (run, place)
);

-- The codes as a JSON list, null for none; no part of the hash, since they tell of the record and are not its content.
alter table staged add column warnings text;
alter table contribution add column warnings text;
