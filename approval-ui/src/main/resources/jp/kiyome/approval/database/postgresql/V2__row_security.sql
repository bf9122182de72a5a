grant select, insert, update on account, request to ${application};
grant select, insert, delete on account_role to ${application};

alter table account enable row level security;
alter table account force row level security;
create policy own on account using (organisation = current_setting('kiyome.organisation', true));

alter table account_role enable row level security;
alter table account_role force row level security;
create policy own on account_role using (organisation = current_setting('kiyome.organisation', true));

alter table request enable row level security;
alter table request force row level security;
create policy own on request using (organisation = current_setting('kiyome.organisation', true));
