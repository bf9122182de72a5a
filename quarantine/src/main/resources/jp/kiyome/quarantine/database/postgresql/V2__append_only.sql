create function stays() returns trigger language plpgsql as $$
begin
    raise exception 'records of % stay as they are', tg_table_name;
end
$$;

create trigger audit_record_stays before update or delete on audit_record for each row execute function stays();
create trigger audit_record_all_stay before truncate on audit_record for each statement execute function stays();

-- The role that the program works under: it owns nothing, and the trail only grows.
grant usage on schema ${schema} to ${application};
grant select, insert on tenant to ${application};
grant select, insert, update on organisation_key, audit_head to ${application};
grant select, insert on audit_record to ${application};
grant select, insert, update on item to ${application};
grant select, insert, delete on recipient, part, part_finding, item_report, assessment, keyword, item_text, blob_use to ${application};
-- Update for the lock alone that a writer takes on a blob's row; its columns are never set.
grant select, insert, update, delete on blob to ${application};
