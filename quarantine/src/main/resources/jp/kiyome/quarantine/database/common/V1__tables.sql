-- Every table but the first has the organisation in its key: no query and no policy needs another column to tell whose a row is.
-- Text that came from outside is stored as StoredText writes it.

create table tenant (
    id varchar(63) not null primary key
);

create table organisation_key (
    organisation varchar(63) not null primary key references tenant (id),
    master_key varchar(64) not null,
    wrapped bytea not null
);

create table item (
    organisation varchar(63) not null references tenant (id),
    id uuid not null,
    kind varchar(8) not null,
    group_name varchar(64) not null,
    title varchar not null,
    sender varchar not null,
    state varchar(12) not null,
    received timestamp(3) with time zone not null,
    changed timestamp(3) with time zone not null,
    retain_until timestamp(3) with time zone not null,
    original_sha256 varchar(64) not null,
    original_size bigint not null,
    engine_version varchar(64) not null,
    policy_hash varchar(128) not null,
    primary key (organisation, id)
);
create index item_received on item (organisation, received desc, id desc);
create index item_state on item (organisation, state, received desc, id desc);
create index item_retention on item (organisation, retain_until);

create table recipient (
    organisation varchar(63) not null,
    item uuid not null,
    number integer not null,
    address varchar not null,
    primary key (organisation, item, number),
    foreign key (organisation, item) references item (organisation, id)
);

create table part (
    organisation varchar(63) not null,
    item uuid not null,
    number integer not null,
    path varchar not null,
    name varchar not null,
    output_name varchar not null,
    type varchar(64) not null,
    verdict varchar(8) not null,
    reason varchar(128) not null,
    input_sha256 varchar(64) not null,
    input_size bigint not null,
    output_sha256 varchar(64) not null,
    output_size bigint not null,
    primary key (organisation, item, number),
    foreign key (organisation, item) references item (organisation, id)
);

create table part_finding (
    organisation varchar(63) not null,
    item uuid not null,
    part integer not null,
    code varchar(128) not null,
    action varchar(12) not null,
    amount bigint not null,
    primary key (organisation, item, part, code, action),
    foreign key (organisation, item, part) references part (organisation, item, number)
);

create table item_report (
    organisation varchar(63) not null,
    item uuid not null,
    report text not null,
    receipt text not null,
    primary key (organisation, item),
    foreign key (organisation, item) references item (organisation, id)
);

create table assessment (
    organisation varchar(63) not null,
    item uuid not null,
    number integer not null,
    source varchar(256) not null,
    sha256 varchar(64) not null,
    opinion varchar(16) not null,
    score double precision not null,
    words varchar not null,
    given timestamp(3) with time zone not null,
    primary key (organisation, item, number),
    foreign key (organisation, item) references item (organisation, id)
);

-- What items are found by: types, findings, hashes, addresses, domains and threats of an item and its parts, each with the time of the
-- item, so that the newest of many are found without reading the rest.
create table keyword (
    organisation varchar(63) not null,
    field varchar(8) not null,
    word varchar(320) not null,
    received timestamp(3) with time zone not null,
    item uuid not null,
    primary key (organisation, field, word, received, item),
    foreign key (organisation, item) references item (organisation, id)
);
create index keyword_item on keyword (organisation, item);

-- What a text is looked for in: title, names and addresses in small letters, in the order of results.
create table item_text (
    organisation varchar(63) not null,
    received timestamp(3) with time zone not null,
    item uuid not null,
    text varchar not null,
    primary key (organisation, received, item),
    foreign key (organisation, item) references item (organisation, id)
);

create table blob (
    organisation varchar(63) not null references tenant (id),
    area varchar(8) not null,
    sha256 varchar(64) not null,
    size bigint not null,
    place varchar(32) not null,
    wrapped_key bytea not null,
    primary key (organisation, area, sha256)
);
create unique index blob_place on blob (organisation, area, place);

create table blob_use (
    organisation varchar(63) not null,
    area varchar(8) not null,
    sha256 varchar(64) not null,
    item uuid not null,
    primary key (organisation, area, sha256, item),
    foreign key (organisation, area, sha256) references blob (organisation, area, sha256),
    foreign key (organisation, item) references item (organisation, id)
);
create index blob_use_item on blob_use (organisation, item);

create table audit_head (
    organisation varchar(63) not null primary key references tenant (id),
    number bigint not null,
    hash varchar(64) not null
);

create table audit_record (
    organisation varchar(63) not null references tenant (id),
    number bigint not null,
    at timestamp(3) with time zone not null,
    who varchar(160) not null,
    action varchar(64) not null,
    subject varchar(64) not null,
    detail varchar not null,
    previous varchar(64) not null,
    hash varchar(64) not null,
    primary key (organisation, number)
);
create index audit_subject on audit_record (organisation, subject, number);
