create trigger audit_record_stays before update, delete on audit_record for each row
    call 'jp.kiyome.quarantine.database.AppendOnly';
