-- What agencies have said of times, each statement once. Days are ISO dates, empty where the statement has none.
create table observation (
    service text not null,
    ordinal bigint not null,
    definition text not null,
    kind text not null,
    starts text not null,
    ends text not null,
    hash text not null,
    body text not null,
    recorded_at bigint not null,
    left_at bigint,
    superseded_at bigint,
    primary key (service, ordinal)
);

create index observation_period on observation (service, ends, ordinal);
create index observation_left on observation (left_at) where left_at is not null;

-- How commitments have turned out, a row for as long as it stood.
create table commitment_outcome (
    service text not null,
    ordinal bigint not null,
    commitment text not null,
    hash text not null,
    body text not null,
    recorded_at bigint not null,
    left_at bigint,
    primary key (service, ordinal)
);

create index commitment_outcome_left on commitment_outcome (left_at) where left_at is not null;
