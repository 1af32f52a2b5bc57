-- A run can be asked for before it begins: its outcome is then 'requested', and started_at says when it was asked for.
alter table run add column kind text not null default 'harvest';
alter table run add column requested_by text not null default 'schedule';
alter table run add column requested_at bigint;
alter table run add column descriptor_version integer;
alter table run add column warned_count bigint not null default 0;
-- Of a run that was held back: who approved it. Of a run that was let pass for that: the approved one.
alter table run add column approved_by text;
alter table run add column passed_with text;

-- Of a feed's runs at most one waits, so asking again changes nothing.
create unique index run_requested on run (feed) where outcome = 'requested';

-- The state of a feed that a person has found to be right although its run was held back; for one run, and not for long.
create table approval (
    feed text primary key references feed (id),
    run text not null,
    code text not null,
    usable_count bigint not null,
    rejected_count bigint not null,
    approved_at bigint not null
);
