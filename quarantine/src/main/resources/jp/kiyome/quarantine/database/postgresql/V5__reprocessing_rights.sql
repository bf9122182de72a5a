grant select, insert, update, delete on reprocess_run, reprocess_task, reprocessed to ${application};
grant select, insert, update, delete on batch_job_instance, batch_job_execution, batch_job_execution_params, batch_step_execution,
    batch_step_execution_context, batch_job_execution_context to ${application};
grant usage, select on batch_job_instance_seq, batch_job_execution_seq, batch_step_execution_seq to ${application};

alter table reprocess_run enable row level security;
alter table reprocess_run force row level security;
create policy own on reprocess_run using (organisation = current_setting('kiyome.organisation', true));

alter table reprocess_task enable row level security;
alter table reprocess_task force row level security;
create policy own on reprocess_task using (organisation = current_setting('kiyome.organisation', true));

alter table reprocessed enable row level security;
alter table reprocessed force row level security;
create policy own on reprocessed using (organisation = current_setting('kiyome.organisation', true));
