grant select, insert, update, delete on waiting, waiting_claim to ${application};

alter table waiting enable row level security;
alter table waiting force row level security;
create policy own on waiting using (organisation = current_setting('kiyome.organisation', true));

alter table waiting_claim enable row level security;
alter table waiting_claim force row level security;
create policy own on waiting_claim using (organisation = current_setting('kiyome.organisation', true));
