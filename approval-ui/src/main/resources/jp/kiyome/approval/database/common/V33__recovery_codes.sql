-- Codes for whoever has lost the second factor: SHA-256 of random values of 128 bits, which nobody can guess. What is used is gone.
create table recovery_code (
    organisation varchar(63) not null,
    account varchar(64) not null,
    sha256 varchar(64) not null,
    primary key (organisation, account, sha256),
    foreign key (organisation, account) references account (organisation, name)
);
