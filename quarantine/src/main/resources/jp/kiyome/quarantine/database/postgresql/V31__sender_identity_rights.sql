grant select, insert, delete on sender_identity to ${application};

alter table sender_identity enable row level security;
alter table sender_identity force row level security;
create policy own on sender_identity using (organisation = current_setting('kiyome.organisation', true));
