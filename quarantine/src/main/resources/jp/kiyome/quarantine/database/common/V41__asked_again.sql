-- Who was asked again about what was delivered, of what version it was, and when. An item need not exist.

create table asked_again (
    organisation varchar(63) not null references tenant (id),
    item uuid not null,
    asker varchar(512) not null,
    version varchar not null,
    asked timestamp(3) with time zone not null,
    primary key (organisation, item, asker)
);
create index asked_again_asked on asked_again (organisation, asked);

-- Since when a source is known to be of the version that it is of: what came in later was asked about under it when it came.
create table source_version (
    organisation varchar(63) not null references tenant (id),
    asker varchar(512) not null,
    version varchar not null,
    since timestamp(3) with time zone not null,
    primary key (organisation, asker)
);

-- What was delivered last.
create index item_changed on item (organisation, changed);
