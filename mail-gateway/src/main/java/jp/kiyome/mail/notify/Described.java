package jp.kiyome.mail.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Language;
import jp.kiyome.mail.address.Mailbox;

/**
 * Says in lines which mail is meant. What comes from outside is shown escaped and short.
 *
 * @param zone in which times are told
 */
record Described(FindingCatalogue catalogue, Language language, ZoneId zone) {

    /** Addresses that are named. */
    private static final int MOST_NAMED = 3;

    String say(Wording what, Object... values) {
        return what.text(values).in(language);
    }

    List<String> mail(
            String reference,
            Instant when,
            Untrusted sender,
            List<Mailbox> recipients,
            Untrusted title,
            String reason) {
        List<String> lines = new ArrayList<>();
        lines.add(say(Wording.REFERENCE, reference));
        lines.add(say(Wording.WHEN, time(when)));
        lines.add(say(Wording.SENDER, sender.isEmpty() ? say(Wording.NULL_SENDER) : sender));
        if (!recipients.isEmpty()) {
            lines.add(say(Wording.RECIPIENTS, named(recipients)));
        }
        lines.add(say(Wording.TITLE, title(title)));
        lines.add(say(Wording.REASON, reason));
        return lines;
    }

    String title(Untrusted title) {
        return title.isEmpty() ? say(Wording.NO_TITLE) : title.toString();
    }

    String time(Instant when) {
        String pattern = language == Language.JAPANESE ? "yyyy年M月d日 H:mm" : "d MMM yyyy HH:mm";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(when.atZone(zone));
    }

    /** What the code of a finding means. */
    String reason(String code) {
        return code.isEmpty()
                ? say(Wording.NOT_TAKEN)
                : catalogue
                        .find(FindingKind.of(code))
                        .map(found -> found.text())
                        .map((Bilingual text) -> text.in(language))
                        .orElseGet(() -> say(Wording.UNKNOWN_REASON));
    }

    private String named(List<Mailbox> recipients) {
        String first = recipients.stream()
                .limit(MOST_NAMED)
                .map(mailbox -> Untrusted.of(mailbox.toString()).toString())
                .collect(Collectors.joining(", "));
        int more = recipients.size() - MOST_NAMED;
        return more > 0 ? first + " " + say(Wording.AND_MORE, more) : first;
    }

    /** Where one can ask for a mail, by its reference. */
    String ask(String link, String reference) {
        return link.isEmpty() ? say(Wording.ASK) : say(Wording.ASK_AT, link.replace("{0}", reference));
    }
}
