grant select, insert, update, delete on heartbeat, heartbeat_measure to ${application};

alter table heartbeat enable row level security;
alter table heartbeat force row level security;
create policy own on heartbeat using (organisation = current_setting('kiyome.organisation', true));

alter table heartbeat_measure enable row level security;
alter table heartbeat_measure force row level security;
create policy own on heartbeat_measure using (organisation = current_setting('kiyome.organisation', true));
