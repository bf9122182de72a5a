-- Who says whether somebody's password is right: this table (LOCAL), the organisation's directory, or its OpenID provider.
alter table account add column origin varchar(12) default 'LOCAL' not null;
-- Issuer and subject, by which a provider's people are known again whatever they are called then; empty for others.
alter table account add column subject varchar(600) default '' not null;
-- Sealed with the organisation's key; what stands here in the clear from before is sealed when it is next used.
alter table account alter column totp set data type varchar(255);
