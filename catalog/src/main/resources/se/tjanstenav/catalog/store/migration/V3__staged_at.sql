-- When the record came in, which can be long before its run is published. A running run's rows get the time of its end.
alter table staged add column staged_at bigint;
