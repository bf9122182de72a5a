package jp.kiyome.quarantine.store;

import java.util.List;
import jp.kiyome.quarantine.database.Rows;

/** What must hold between the tables, each as a statement that finds what breaks it. */
enum StoreLaw {
    EVERY_BLOB_IS_USED(StoreFault.Kind.UNUSED, """
            select area || ' ' || sha256 as what from blob b where organisation = :organisation and not exists (
                select 1 from blob_use u where u.organisation = b.organisation and u.area = b.area and u.sha256 = b.sha256)"""),

    EVERY_KEPT_ITEM_HAS_ITS_ORIGINAL(StoreFault.Kind.NO_ORIGINAL, """
            select cast(id as varchar) as what from item i
            where organisation = :organisation and state <> 'ERASED' and not exists (
                select 1 from blob_use u where u.organisation = i.organisation and u.item = i.id
                and u.area = 'ORIGINAL' and u.sha256 = i.original_sha256)"""),

    EVERY_REBUILT_ITEM_HAS_ITS_OUTPUT(StoreFault.Kind.NO_OUTPUT, """
            select cast(p.item as varchar) as what from part p
            where p.organisation = :organisation and p.number = 0 and p.verdict = 'REBUILT' and not exists (
                select 1 from blob_use u where u.organisation = p.organisation and u.item = p.item
                and u.area = 'CLEANED' and u.sha256 = p.output_sha256)"""),

    EVERY_ITEM_OF_THE_TRAIL_EXISTS(StoreFault.Kind.ITEM_LOST, """
            select a.subject as what from audit_record a
            where a.organisation = :organisation and a.action = 'item.state' and not exists (
                select 1 from item i where i.organisation = a.organisation and i.id =
                    case when a.subject like '________-____-____-____-____________' then cast(a.subject as uuid) end)
            group by a.subject"""),

    EVERY_STATE_IS_THE_TRAILS_LAST(StoreFault.Kind.WRONG_STATE, """
            select cast(i.id as varchar) as what from item i where i.organisation = :organisation and not exists (
                select 1 from audit_record a
                where a.organisation = i.organisation and a.subject = cast(i.id as varchar) and a.action = 'item.state'
                    and a.detail like '%"to":"' || i.state || '"%' and not exists (
                        select 1 from audit_record l where l.organisation = a.organisation and l.subject = a.subject
                            and l.action = 'item.state' and l.number > a.number))""");

    private final StoreFault.Kind fault;
    private final String statement;

    StoreLaw(StoreFault.Kind fault, String statement) {
        this.fault = fault;
        this.statement = statement;
    }

    List<StoreFault> broken(Rows rows, int most) {
        return rows.sql(statement + " limit :most")
                .param("most", most)
                .query((row, number) -> new StoreFault(fault, row.getString("what")))
                .list();
    }
}
