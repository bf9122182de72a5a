grant select, insert, update, delete on outbox to ${application};

alter table outbox enable row level security;
alter table outbox force row level security;
create policy own on outbox using (organisation = current_setting('kiyome.organisation', true));
