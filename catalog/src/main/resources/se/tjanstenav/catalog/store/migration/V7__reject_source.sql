-- Rejected records as their agency sent them, to be mapped again; deleted when something newer is known of the record.
create table reject_source (
    run text not null,
    place bigint not null,
    feed text not null references feed (id),
    external_id text,
    body text not null,
    bytes bigint not null,
    rejected_at bigint not null,
    primary key (run, place),
    foreign key (run, place) references reject (run, place) on delete cascade
);

create index reject_source_feed on reject_source (feed, external_id);
