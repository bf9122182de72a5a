grant select, insert, update, delete on asked_again, source_version to ${application};

alter table asked_again enable row level security;
alter table asked_again force row level security;
create policy own on asked_again using (organisation = current_setting('kiyome.organisation', true));

alter table source_version enable row level security;
alter table source_version force row level security;
create policy own on source_version using (organisation = current_setting('kiyome.organisation', true));
