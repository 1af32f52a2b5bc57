-- Every processing time ('time') and every commitment ('commitment') of the merged services, to be compared over agencies.
-- place is where it stands among those of its service; finding is the statistic of a time, how a commitment stands.
create table comparison (
    what text not null,
    service text not null,
    place integer not null,
    authority text not null,
    kind text not null,
    finding text not null,
    concept text,
    without_days integer not null,
    days double precision not null,
    primary key (what, service, place)
);

-- In the order in which entries are told, so that a page is read and not sorted.
create index comparison_order on comparison (what, kind, without_days, days, service, place);
create index comparison_authority on comparison (what, authority, kind, without_days, days, service, place);
create index comparison_finding on comparison (what, finding, kind, without_days, days, service, place);
create index comparison_concept on comparison (what, concept, kind, without_days, days, service, place)
    where concept is not null;
create index comparison_service on comparison (service);

-- What services are about and where they apply, such as 'theme/passports' and 'area/SE-0180'.
create table service_subject (
    service text not null,
    subject text not null,
    primary key (subject, service)
);

create index service_subject_service on service_subject (service);
