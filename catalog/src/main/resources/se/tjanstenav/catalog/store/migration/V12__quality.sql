-- What the record of each service lacks. The score leaves out what comes with time alone: that is judged by checked_on,
-- an ISO date, when somebody asks.
create table service_quality (
    service text primary key,
    authority text not null,
    name text not null,
    score integer not null,
    checked_on text
);

create index service_quality_authority on service_quality (authority);

create table quality_reason (
    service text not null,
    reason text not null,
    primary key (service, reason)
);
