package jp.kiyome.quarantine.store;

import java.util.Optional;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.SenderIdentity;

/** Reads and writes who mails are from. Stateless. */
final class SenderRows {

    private SenderRows() {}

    static void insert(Rows rows, ItemId id, SenderIdentity sender) {
        rows.sql("""
                insert into sender_identity (organisation, item, spf, spf_domain, dkim, dkim_domain, dmarc, from_domain, wish,
                    upstream)
                values (:organisation, :item, :spf, :spfDomain, :dkim, :dkimDomain, :dmarc, :fromDomain, :wish, :upstream)""")
                .param("item", id.value())
                .param("spf", sender.spf().name())
                .param("spfDomain", StoredText.of(sender.spfDomain()))
                .param("dkim", sender.dkim().name())
                .param("dkimDomain", StoredText.of(sender.dkimDomain()))
                .param("dmarc", sender.dmarc().name())
                .param("fromDomain", StoredText.of(sender.fromDomain()))
                .param("wish", sender.wish().name())
                .param("upstream", StoredText.of(sender.upstream()))
                .update();
    }

    static Optional<SenderIdentity> find(Rows rows, ItemId id) {
        return rows.sql("select * from sender_identity where organisation = :organisation and item = :item")
                .param("item", id.value())
                .query((row, number) -> new SenderIdentity(
                        SenderIdentity.Result.valueOf(row.getString("spf")),
                        text(row.getString("spf_domain")),
                        SenderIdentity.Result.valueOf(row.getString("dkim")),
                        text(row.getString("dkim_domain")),
                        SenderIdentity.Result.valueOf(row.getString("dmarc")),
                        text(row.getString("from_domain")),
                        SenderIdentity.Wish.valueOf(row.getString("wish")),
                        text(row.getString("upstream"))))
                .optional();
    }

    private static Untrusted text(String stored) {
        return StoredText.read(stored);
    }
}
