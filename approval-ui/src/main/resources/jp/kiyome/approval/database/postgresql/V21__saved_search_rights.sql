grant select, insert, delete on saved_search to ${application};

alter table saved_search enable row level security;
alter table saved_search force row level security;
create policy own on saved_search using (organisation = current_setting('kiyome.organisation', true));
