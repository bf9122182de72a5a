grant select, insert, update on request_turn, deputation to ${application};
grant select, insert on approval to ${application};

alter table request_turn enable row level security;
alter table request_turn force row level security;
create policy own on request_turn using (organisation = current_setting('kiyome.organisation', true));

alter table approval enable row level security;
alter table approval force row level security;
create policy own on approval using (organisation = current_setting('kiyome.organisation', true));

alter table deputation enable row level security;
alter table deputation force row level security;
create policy own on deputation using (organisation = current_setting('kiyome.organisation', true));
