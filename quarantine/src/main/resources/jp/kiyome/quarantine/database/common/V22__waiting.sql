-- What waits for somebody's verdict, or waited: as long as the item is there its row says that it is not to wait again. What was said
-- stands with the claims. The words of both are those of who asked; nobody else reads them. An item need not exist.

create table waiting (
    organisation varchar(63) not null references tenant (id),
    item uuid not null,
    group_name varchar(64) not null,
    leads varchar(16) not null,
    note varchar not null,
    deadline timestamp(3) with time zone not null,
    state varchar(8) not null,
    -- The order of settling; 0 while it waits.
    number bigint not null,
    action varchar(16) not null,
    cause varchar(16) not null,
    detail varchar not null,
    settled timestamp(3) with time zone not null,
    primary key (organisation, item)
);
create index waiting_state on waiting (organisation, state, deadline);

create table waiting_claim (
    organisation varchar(63) not null,
    item uuid not null,
    number integer not null,
    source varchar(256) not null,
    ticket varchar not null,
    sha256 varchar(64) not null,
    about varchar not null,
    answer varchar not null,
    primary key (organisation, item, number),
    foreign key (organisation, item) references waiting (organisation, item)
);
