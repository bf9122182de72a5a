package jp.kiyome.mail.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.text.Language;
import jp.kiyome.mail.address.Mailbox;

/** What an organisation may say, and a group otherwise. Stateless. */
final class UnitKeys {

    static final List<String> KEYS = List.of(
            "next-hops",
            "outbound",
            "isolated",
            "administrators",
            "concurrency",
            "language",
            "subject-tag",
            "link",
            "keep",
            "retention",
            "outbound-recipients",
            "outbound-recipients-an-hour",
            "outbound-sanitizing");

    private static final int LONGEST_TAG = 40;
    private static final int LONGEST_LINK = 300;
    private static final int MOST_RECIPIENTS = 1_000_000;

    private UnitKeys() {}

    /** @param otherwise what holds where nothing is said */
    static OrganisationSettings over(Keys keys, OrganisationSettings otherwise) {
        return new OrganisationSettings(
                otherwise.organisation(),
                otherwise.domains(),
                otherwise.clients(),
                hops(keys, "next-hops", otherwise.inbound()),
                hops(keys, "outbound", otherwise.outbound()),
                otherwise.policy(),
                keys.get("administrators").isPresent()
                        ? keys.all("administrators", Mailbox::read, SettingsFault.NOT_A_MAILBOX)
                        : otherwise.administrators(),
                keys.count("concurrency", otherwise.concurrency(), 10_000),
                language(keys, otherwise.language()),
                keys.one("subject-tag", UnitKeys::tag, SettingsFault.NOT_A_TAG).orElse(otherwise.tag()),
                keys.one("link", UnitKeys::link, SettingsFault.NOT_A_LINK).orElse(otherwise.link()),
                keep(keys, otherwise.keep()),
                keys.time("retention", otherwise.retention(), Duration.ofDays(3_660)),
                otherwise.notices(),
                otherwise.passwords(),
                hops(keys, "isolated", otherwise.isolated()),
                outbound(keys, otherwise.outboundRules()),
                otherwise.unit(),
                otherwise.groups());
    }

    private static List<NextHop> hops(Keys keys, String name, List<NextHop> otherwise) {
        return keys.get(name).map(HopKeys::all).orElse(otherwise);
    }

    /** The usual word first. */
    private static String word(Keys keys, String name, List<String> words, String usual) {
        List<String> ordered = new ArrayList<>(List.of(usual));
        words.stream().filter(word -> !word.equals(usual)).forEach(ordered::add);
        return keys.word(name, ordered);
    }

    private static Language language(Keys keys, Language usual) {
        String word = usual == Language.JAPANESE ? "ja" : "en";
        return word(keys, "language", List.of("ja", "en"), word).equals("ja") ? Language.JAPANESE : Language.ENGLISH;
    }

    private static OrganisationSettings.Keep keep(Keys keys, OrganisationSettings.Keep usual) {
        String word =
                switch (usual) {
                    case ALL -> "all";
                    case CHANGED -> "changed";
                    case HELD -> "held";
                };
        return switch (word(keys, "keep", List.of("changed", "all", "held"), word)) {
            case "all" -> OrganisationSettings.Keep.ALL;
            case "held" -> OrganisationSettings.Keep.HELD;
            default -> OrganisationSettings.Keep.CHANGED;
        };
    }

    private static OutboundSettings outbound(Keys keys, OutboundSettings usual) {
        String labelled = usual.labelled() ? "yes" : "no";
        return new OutboundSettings(
                keys.count("outbound-recipients", usual.recipientsOfAMail(), MOST_RECIPIENTS),
                keys.count("outbound-recipients-an-hour", usual.recipientsAnHour(), MOST_RECIPIENTS),
                word(keys, "outbound-sanitizing", List.of("yes", "no"), labelled)
                        .equals("yes"));
    }

    /** "none" for no tag: an empty value is taken for a slip. */
    private static Optional<String> tag(String text) {
        boolean clean = text.codePoints()
                .noneMatch(point -> Character.getType(point) == Character.CONTROL
                        || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.SURROGATE);
        return clean && text.length() <= LONGEST_TAG && text.equals(text.strip())
                ? Optional.of(text.equals("none") ? "" : text)
                : Optional.empty();
    }

    private static Optional<String> link(String text) {
        boolean web = text.startsWith("https://") || text.startsWith("http://");
        boolean plain = text.chars().allMatch(c -> c > ' ' && c < 0x7F);
        return web && plain && text.length() <= LONGEST_LINK ? Optional.of(text) : Optional.empty();
    }
}
