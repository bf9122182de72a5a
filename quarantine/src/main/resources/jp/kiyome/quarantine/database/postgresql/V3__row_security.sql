-- Whoever forgets to name the organisation sees nothing; whoever names it sees its rows alone. Holds for the owner of the tables too.

alter table organisation_key enable row level security;
alter table organisation_key force row level security;
create policy own on organisation_key using (organisation = current_setting('kiyome.organisation', true));

alter table item enable row level security;
alter table item force row level security;
create policy own on item using (organisation = current_setting('kiyome.organisation', true));

alter table recipient enable row level security;
alter table recipient force row level security;
create policy own on recipient using (organisation = current_setting('kiyome.organisation', true));

alter table part enable row level security;
alter table part force row level security;
create policy own on part using (organisation = current_setting('kiyome.organisation', true));

alter table part_finding enable row level security;
alter table part_finding force row level security;
create policy own on part_finding using (organisation = current_setting('kiyome.organisation', true));

alter table item_report enable row level security;
alter table item_report force row level security;
create policy own on item_report using (organisation = current_setting('kiyome.organisation', true));

alter table assessment enable row level security;
alter table assessment force row level security;
create policy own on assessment using (organisation = current_setting('kiyome.organisation', true));

alter table keyword enable row level security;
alter table keyword force row level security;
create policy own on keyword using (organisation = current_setting('kiyome.organisation', true));

alter table item_text enable row level security;
alter table item_text force row level security;
create policy own on item_text using (organisation = current_setting('kiyome.organisation', true));

alter table blob enable row level security;
alter table blob force row level security;
create policy own on blob using (organisation = current_setting('kiyome.organisation', true));

alter table blob_use enable row level security;
alter table blob_use force row level security;
create policy own on blob_use using (organisation = current_setting('kiyome.organisation', true));

alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy own on audit_head using (organisation = current_setting('kiyome.organisation', true));

alter table audit_record enable row level security;
alter table audit_record force row level security;
create policy own on audit_record using (organisation = current_setting('kiyome.organisation', true));
