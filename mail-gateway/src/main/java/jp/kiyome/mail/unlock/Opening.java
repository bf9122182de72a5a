package jp.kiyome.mail.unlock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kiyome.core.notice.Label;
import jp.kiyome.core.text.Language;
import jp.kiyome.mail.relay.Stamp;
import jp.kiyome.mail.settings.NoticeSettings;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.item.Item;

/** The label of a mail whose files are open now. Stateless. */
final class Opening {

    private Opening() {}

    static Label label(OrganisationSettings whose, Item item, Source source) {
        Language language = whose.language();
        List<String> lines = new ArrayList<>();
        lines.add(Remark.RULE.text().in(language));
        lines.add(Remark.HEADING.text().in(language));
        lines.add(
                switch (source) {
                    case Source.Mail mail ->
                        Remark.BY_MAIL.text(time(whose, mail.at())).in(language);
                    case Source.Person person -> Remark.BY_PERSON.text().in(language);
                });
        lines.add(Remark.CAME.text(time(whose, item.arrival().received())).in(language));
        lines.add(Remark.SAME_PASSWORD.text().in(language));
        lines.add(Remark.RULE.text().in(language));
        Label usual = Stamp.label(whose, item.id());
        String tag = whose.tag() + Remark.TAG.text().in(language);
        return new Label(tag, language, usual.heading(), usual.closing(), lines, List.of());
    }

    private static String time(OrganisationSettings whose, Instant at) {
        ZoneId zone = whose.notices().map(NoticeSettings::zone).orElse(NoticeSettings.USUAL_ZONE);
        String pattern = whose.language() == Language.JAPANESE ? "yyyy年M月d日 H:mm" : "d MMM yyyy HH:mm";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at.atZone(zone));
    }
}
