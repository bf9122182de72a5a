package jp.kiyome.mail.authentication.dmarc;

import java.util.Optional;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.authentication.dkim.TagList;

/** RFC 7489 §6.3, as far as it concerns who receives. */
record DmarcRecord(DmarcPolicy policy, DmarcPolicy subdomains, boolean strictDkim, boolean strictSpf, int percent) {

    /** Whether a text means to be a record (§6.6.3, 2). */
    static boolean isDmarc(String text) {
        return text.matches("(?s)v[ \t]*=[ \t]*DMARC1[ \t]*(;.*)?");
    }

    /** Empty for what breaks the grammar. One without a policy but with an address for reports asks for none (§6.6.3, 6). */
    static Optional<DmarcRecord> read(String text) {
        Optional<TagList> list = TagList.read(text);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        TagList tags = list.get();
        boolean reports = tags.value("rua").isPresent();
        Optional<DmarcPolicy> policy = tags.value("p").flatMap(DmarcPolicy::read);
        Optional<DmarcPolicy> written = tags.value("sp").flatMap(DmarcPolicy::read);
        boolean broken = policy.isEmpty() || tags.value("sp").isPresent() && written.isEmpty();
        if (broken && !reports) {
            return Optional.empty();
        }
        DmarcPolicy own = broken ? DmarcPolicy.NONE : policy.get();
        return Optional.of(new DmarcRecord(
                own,
                broken ? DmarcPolicy.NONE : written.orElse(own),
                isStrict(tags, "adkim"),
                isStrict(tags, "aspf"),
                tags.value("pct")
                        .filter(digits -> digits.matches("[0-9]{1,3}"))
                        .map(digits -> Math.min(100, Integer.parseInt(digits)))
                        .orElse(100)));
    }

    private static boolean isStrict(TagList tags, String name) {
        return tags.value(name).map(value -> Ascii.lower(value).equals("s")).orElse(false);
    }
}
