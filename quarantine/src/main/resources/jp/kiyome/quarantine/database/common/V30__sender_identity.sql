-- Who a mail is from, as far as the gateway could tell when it came. Domains are text from outside. Goes when the item is erased.

create table sender_identity (
    organisation varchar(63) not null,
    item uuid not null,
    spf varchar(12) not null,
    spf_domain varchar not null,
    dkim varchar(12) not null,
    dkim_domain varchar not null,
    dmarc varchar(12) not null,
    from_domain varchar not null,
    wish varchar(12) not null,
    upstream varchar not null,
    primary key (organisation, item),
    foreign key (organisation, item) references item (organisation, id)
);
