grant select, insert, delete on recovery_code to ${application};

alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy own on recovery_code using (organisation = current_setting('kiyome.organisation', true));
