create table saved_search (
    organisation varchar(63) not null,
    account varchar(64) not null,
    name varchar(400) not null,
    query varchar(8000) not null,
    primary key (organisation, account, name),
    foreign key (organisation, account) references account (organisation, name)
);
