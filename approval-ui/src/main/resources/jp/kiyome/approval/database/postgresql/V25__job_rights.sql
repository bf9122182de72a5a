-- A policy that was applied stays as it was.
grant select, insert on policy_version to ${application};
grant select, insert, update, delete on job, job_count, job_line to ${application};

alter table job enable row level security;
alter table job force row level security;
create policy own on job using (organisation = current_setting('kiyome.organisation', true));

alter table job_count enable row level security;
alter table job_count force row level security;
create policy own on job_count using (organisation = current_setting('kiyome.organisation', true));

alter table job_line enable row level security;
alter table job_line force row level security;
create policy own on job_line using (organisation = current_setting('kiyome.organisation', true));

alter table policy_version enable row level security;
alter table policy_version force row level security;
create policy own on policy_version using (organisation = current_setting('kiyome.organisation', true));
