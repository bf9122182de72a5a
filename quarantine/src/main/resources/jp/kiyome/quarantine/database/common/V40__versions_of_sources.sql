-- Of what version a source was when it gave its opinion, and of when its signatures were.
alter table assessment add column version varchar default '' not null;
alter table assessment add column signatures timestamp(3) with time zone;

-- What the sender of a mail has asked of delivery reports (RFC 3461), for a letter that is that mail.
alter table outbox add column dsn varchar default '' not null;
