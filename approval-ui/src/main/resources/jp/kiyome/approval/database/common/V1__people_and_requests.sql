-- As in the store's tables, the organisation stands in every key.

create table account (
    organisation varchar(63) not null references tenant (id),
    name varchar(64) not null,
    full_name varchar not null,
    mail varchar(254) not null,
    group_name varchar(64) not null,
    password varchar(255) not null,
    must_change boolean not null,
    -- Wrong passwords and codes since the last right one, and until when nobody is let in because of them.
    failures integer not null,
    barred_until timestamp(3) with time zone not null,
    -- By an administrator, until an administrator says otherwise.
    locked boolean not null,
    -- Base32; empty without a second factor.
    totp varchar(64) not null,
    -- The time step of the last code that was taken: none is taken twice (RFC 6238, 5.2).
    totp_step bigint not null,
    -- Counts changes of what somebody may do and knows: sessions from before one are over.
    generation bigint not null,
    primary key (organisation, name)
);

create table account_role (
    organisation varchar(63) not null,
    account varchar(64) not null,
    role varchar(32) not null,
    -- Whose items it is about; empty for all of the organisation.
    group_name varchar(64) not null,
    primary key (organisation, account, role, group_name),
    foreign key (organisation, account) references account (organisation, name)
);

create table request (
    organisation varchar(63) not null,
    id uuid not null,
    item uuid not null,
    wanted varchar(12) not null,
    requester varchar(64) not null,
    reason varchar not null,
    state varchar(12) not null,
    made timestamp(3) with time zone not null,
    -- Whether the item's own state goes with it: it was held, and waits for this.
    leads boolean not null,
    -- What is asked for, to the bit: a decision is about these and nothing else.
    original_sha256 varchar(64) not null,
    output_sha256 varchar(64) not null,
    policy_hash varchar(128) not null,
    decided_by varchar(64) not null,
    decided timestamp(3) with time zone not null,
    comment varchar not null,
    primary key (organisation, id),
    foreign key (organisation, item) references item (organisation, id),
    foreign key (organisation, requester) references account (organisation, name)
);
create index request_state on request (organisation, state, made, id);
create index request_item on request (organisation, item, made);
create index request_requester on request (organisation, requester, made);
