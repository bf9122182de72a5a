-- Mails of the gateway's own on their way: notices, digests, files that a password has opened. The name of a letter is made from what it
-- tells whom, so that nothing is told twice; what has gone keeps its row for some weeks, without the mail. An item need not exist.

create table outbox (
    organisation varchar(63) not null references tenant (id),
    name varchar(64) not null,
    kind varchar(32) not null,
    recipient varchar(320) not null,
    item uuid,
    output_sha256 varchar(64) not null,
    mail text not null,
    state varchar(8) not null,
    tries integer not null,
    made timestamp(3) with time zone not null,
    due timestamp(3) with time zone not null,
    primary key (organisation, name)
);
create index outbox_due on outbox (organisation, state, due);
create index outbox_recipient on outbox (organisation, recipient, made);
create index outbox_item on outbox (organisation, item);
