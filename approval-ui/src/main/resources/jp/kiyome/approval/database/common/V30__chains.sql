-- Chains of approvals. A request of before had nobody in turn but whoever may decide: its one step is added in V32.

-- As Chain writes it: it stays as it was when somebody asked. Empty for one step of whoever may decide.
alter table request add column chain varchar default '' not null;
alter table request add column step integer default 0 not null;
-- Until when the step is to be decided, and when somebody has to be reminded or told; far away where there is nothing to wait for.
alter table request add column deadline timestamp(3) with time zone default timestamp with time zone '9999-12-31 00:00:00+00' not null;
alter table request add column look_at timestamp(3) with time zone default timestamp with time zone '9999-12-31 00:00:00+00' not null;
-- Whether the deadline has passed once, and deputies may decide.
alter table request add column escalated boolean default false not null;
create index request_look on request (organisation, state, look_at);

-- Who is to decide, for the steps that a request has come to. A role of '*' is whoever may decide; an account stands alone.
create table request_turn (
    organisation varchar(63) not null,
    request uuid not null,
    step integer not null,
    slot integer not null,
    role varchar(32) not null,
    group_name varchar(64) not null,
    account varchar(64) not null,
    -- Whether it is a deputy's, because the deadline has passed.
    stands_in boolean not null,
    open boolean not null,
    primary key (organisation, request, step, slot, stands_in),
    foreign key (organisation, request) references request (organisation, id)
);

-- Who has decided what. Rows are added, never changed.
create table approval (
    organisation varchar(63) not null,
    request uuid not null,
    number integer not null,
    step integer not null,
    slot integer not null,
    decision varchar(12) not null,
    decided_by varchar(64) not null,
    -- In whose place, as Approver writes it; empty for oneself.
    stands_for varchar(160) not null,
    decided timestamp(3) with time zone not null,
    comment varchar not null,
    primary key (organisation, request, number),
    foreign key (organisation, request) references request (organisation, id),
    foreign key (organisation, decided_by) references account (organisation, name)
);
create index approval_by on approval (organisation, decided_by, decided);

-- Who decides in somebody's place, from one time until another.
create table deputation (
    organisation varchar(63) not null,
    id uuid not null,
    approver varchar(64) not null,
    deputy varchar(64) not null,
    begins timestamp(3) with time zone not null,
    ends timestamp(3) with time zone not null,
    named_by varchar(160) not null,
    primary key (organisation, id),
    foreign key (organisation, approver) references account (organisation, name),
    foreign key (organisation, deputy) references account (organisation, name)
);
create index deputation_deputy on deputation (organisation, deputy, ends);
create index deputation_approver on deputation (organisation, approver, ends);
