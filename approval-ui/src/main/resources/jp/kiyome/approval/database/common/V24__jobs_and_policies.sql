-- What people have had processed again, or tried a policy on. How far a run is the store's own tables know.
create table job (
    organisation varchar(63) not null references tenant (id),
    id uuid not null,
    kind varchar(12) not null,
    dry boolean not null,
    again boolean not null,
    -- Whose items alone; empty for all of the organisation.
    group_name varchar(64) not null,
    query varchar(8000) not null,
    -- What is tried, as StoredText writes it; empty for what holds.
    policy varchar not null,
    account varchar(64) not null,
    begun timestamp(3) with time zone not null,
    -- The beginning of 1970 until then.
    ended timestamp(3) with time zone not null,
    state varchar(12) not null,
    -- Somebody wants it to stop.
    stopping boolean not null,
    -- How many items there are; -1 until all are known.
    total bigint not null,
    done bigint not null,
    primary key (organisation, id)
);
create index job_begun on job (organisation, kind, begun, id);

-- How many items came to a result, or were skipped for a reason.
create table job_count (
    organisation varchar(63) not null,
    job uuid not null,
    area varchar(8) not null,
    name varchar(64) not null,
    amount bigint not null,
    primary key (organisation, job, area, name),
    foreign key (organisation, job) references job (organisation, id)
);

-- Items that did not come to the same.
create table job_line (
    organisation varchar(63) not null,
    job uuid not null,
    number bigint not null,
    item uuid not null,
    result varchar(12) not null,
    verdict_before varchar(8) not null,
    verdict_after varchar(8) not null,
    reason varchar(128) not null,
    primary key (organisation, job, number),
    foreign key (organisation, job) references job (organisation, id)
);

-- The policies that were applied, the last of which holds; none is ever changed.
create table policy_version (
    organisation varchar(63) not null references tenant (id),
    number integer not null,
    words varchar not null,
    hash varchar(128) not null,
    account varchar(64) not null,
    at timestamp(3) with time zone not null,
    comment varchar not null,
    -- Which one was taken up again; 0 for a new one.
    former integer not null,
    primary key (organisation, number)
);
