-- What is to be done again, item by item; whose it is stands in each key. The tables of jobs below belong to nobody: they hold numbers,
-- times and the name of an organisation, nothing of its items.

create table reprocess_run (
    organisation varchar(63) not null references tenant (id),
    id uuid not null,
    selection varchar not null,
    engine_version varchar(64) not null,
    policy_hash varchar(128) not null,
    again boolean not null,
    begun timestamp(3) with time zone not null,
    -- How many tasks there are; -1 until all are known.
    tasks bigint not null,
    open boolean not null,
    primary key (organisation, id)
);

create table reprocess_task (
    organisation varchar(63) not null,
    run uuid not null,
    number bigint not null,
    item uuid,
    kind varchar(8) not null,
    place varchar not null,
    reading varchar(8) not null,
    start_at bigint not null,
    length bigint not null,
    state varchar(8) not null,
    tries integer not null,
    result varchar(12) not null,
    verdict_before varchar(8) not null,
    verdict_after varchar(8) not null,
    reason varchar(128) not null,
    detail varchar not null,
    primary key (organisation, run, number),
    foreign key (organisation, run) references reprocess_run (organisation, id)
);
create index reprocess_task_state on reprocess_task (organisation, run, state, number);
create index reprocess_task_item on reprocess_task (organisation, item);

-- Which items were done under which engine and policy; the bytes of an item never change.
create table reprocessed (
    organisation varchar(63) not null,
    item uuid not null,
    engine_version varchar(64) not null,
    policy_hash varchar(128) not null,
    run uuid not null,
    result varchar(12) not null,
    at timestamp(3) with time zone not null,
    primary key (organisation, item, engine_version, policy_hash),
    foreign key (organisation, item) references item (organisation, id)
);

-- The job repository of Spring Batch 6, as its reference documentation describes it ("Meta-Data Schema").

create table batch_job_instance (
    job_instance_id bigint not null primary key,
    version bigint,
    job_name varchar(100) not null,
    job_key varchar(32) not null,
    constraint job_inst_un unique (job_name, job_key)
);

create table batch_job_execution (
    job_execution_id bigint not null primary key,
    version bigint,
    job_instance_id bigint not null references batch_job_instance (job_instance_id),
    create_time timestamp not null,
    start_time timestamp,
    end_time timestamp,
    status varchar(10),
    exit_code varchar(2500),
    exit_message varchar(2500),
    last_updated timestamp
);

create table batch_job_execution_params (
    job_execution_id bigint not null references batch_job_execution (job_execution_id),
    parameter_name varchar(100) not null,
    parameter_type varchar(100) not null,
    parameter_value varchar(2500),
    identifying char(1) not null
);

create table batch_step_execution (
    step_execution_id bigint not null primary key,
    version bigint not null,
    step_name varchar(100) not null,
    job_execution_id bigint not null references batch_job_execution (job_execution_id),
    create_time timestamp not null,
    start_time timestamp,
    end_time timestamp,
    status varchar(10),
    commit_count bigint,
    read_count bigint,
    filter_count bigint,
    write_count bigint,
    read_skip_count bigint,
    write_skip_count bigint,
    process_skip_count bigint,
    rollback_count bigint,
    exit_code varchar(2500),
    exit_message varchar(2500),
    last_updated timestamp
);
create index batch_step_of_job on batch_step_execution (job_execution_id, step_name);

create table batch_step_execution_context (
    step_execution_id bigint not null primary key references batch_step_execution (step_execution_id),
    short_context varchar(2500) not null,
    serialized_context text
);

create table batch_job_execution_context (
    job_execution_id bigint not null primary key references batch_job_execution (job_execution_id),
    short_context varchar(2500) not null,
    serialized_context text
);

create sequence batch_job_instance_seq;
create sequence batch_job_execution_seq;
create sequence batch_step_execution_seq;
