-- What processes told last of themselves: to each organisation what concerns it, and of no item anything.
create table heartbeat (
    organisation varchar(63) not null references tenant (id),
    process varchar(160) not null,
    at timestamp(3) with time zone not null,
    -- Seconds to the next.
    pause integer not null,
    primary key (organisation, process)
);

create table heartbeat_measure (
    organisation varchar(63) not null,
    process varchar(160) not null,
    number integer not null,
    area varchar(12) not null,
    name varchar not null,
    condition varchar(12) not null,
    reading varchar not null,
    -- The beginning of 1970 where there is no date.
    dated timestamp(3) with time zone not null,
    primary key (organisation, process, number),
    foreign key (organisation, process) references heartbeat (organisation, process)
);
