package jp.kiyome.message.keep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.message.child.MessageOptions;
import jp.kiyome.message.child.Told;
import jp.kiyome.message.mime.Field;
import jp.kiyome.message.mime.Header;
import jp.kiyome.message.text.Clean;
import jp.kiyome.message.text.OutputCharset;
import jp.kiyome.message.text.Words;
import jp.kiyome.message.write.Folding;
import jp.kiyome.message.write.HeaderLine;

/** Copies the fields that {@code headers.tsv} names into a new header, each value read and written anew. Not thread-safe. */
public final class HeaderKeeper {

    private static final Pattern ID = Pattern.compile("<[!-;=?-~]{1,400}>");
    private static final Pattern BARE_ID = Pattern.compile("[!-;=?-~]{1,400}");
    private static final Pattern TRACE_WORD = Pattern.compile("[!-~]{1,400}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,4}");

    /** RFC 5322 §3.6: the fields of which a message may have several. */
    private static final Set<String> SEVERAL = Set.of(
            "received",
            "return-path",
            "comments",
            "keywords",
            "delivered-to",
            "resent-date",
            "resent-from",
            "resent-sender",
            "resent-to",
            "resent-cc",
            "resent-message-id");

    private final Told told;
    private final Policy policy;
    private final String part;
    private final List<HeaderLine> kept = new ArrayList<>();

    HeaderKeeper(Told told, String part) {
        this.told = told;
        this.policy = told.session().policy();
        this.part = part;
    }

    /** The fields of a message but those of MIME, in their order. */
    List<HeaderLine> keep(Header header) {
        header.junk().forEach(line -> told.removed("message.header-junk", part, line));
        Set<String> seen = new HashSet<>();
        for (Field field : header.fields()) {
            String key = field.key();
            Optional<HeaderRule> rule = HeaderRule.of(key);
            boolean received = key.equals("received") || key.equals("return-path") || key.equals("delivered-to");
            if (isMime(key)) {
                continue;
            }
            if (rule.isEmpty()
                    || received && policy.choice(MessageOptions.RECEIVED).equals("remove")
                    || received
                            && !key.equals("received")
                            && policy.choice(MessageOptions.RECEIVED).equals("hide")) {
                told.removed("message.header", part, field.name());
            } else if (!SEVERAL.contains(key) && !seen.add(key)) {
                told.removed("message.duplicate-header", part, field.name());
            } else if (key.equals("received")
                    && policy.choice(MessageOptions.RECEIVED).equals("hide")) {
                hidden(field);
            } else if (!field.value().isEmpty()) {
                keep(rule.get(), field);
            }
        }
        return kept;
    }

    /** One more step, and when: loops are still found, and nobody learns of hosts inside. */
    private void hidden(Field field) {
        int semicolon = field.value().lastIndexOf(';');
        Optional<String> date = semicolon < 0
                ? Optional.empty()
                : MailDate.canonical(field.value().substring(semicolon + 1).strip());
        String value = "by hidden.invalid" + date.map(one -> "; " + one).orElse("");
        if (!field.value().replaceAll("[ \t]+", " ").equals(value)) {
            told.removed("message.header", part, field.name());
        }
        kept.add(Folding.words("Received", List.of(value.split(" ", -1))));
    }

    static boolean isMime(String key) {
        return key.equals("mime-version") || key.startsWith("content-") && !key.equals("content-language");
    }

    private void keep(HeaderRule rule, Field field) {
        Optional<HeaderLine> line =
                switch (rule.kind()) {
                    case TEXT -> text(rule.name(), field.value());
                    case ADDRESSES -> addresses(rule.name(), field.value());
                    case PATH -> path(rule.name(), field.value());
                    case DATE -> MailDate.canonical(field.value()).map(date -> new HeaderLine(rule.name(), date));
                    case ID -> ids(field.value(), false).map(ids -> Folding.words(rule.name(), ids));
                    case IDS -> ids(field.value(), true).map(ids -> Folding.words(rule.name(), ids));
                    case TRACE -> trace(rule.name(), field.value());
                    case LANGUAGE -> language(rule.name(), field.value());
                    case WORD -> word(rule, field.value());
                };
        if (line.isEmpty()) {
            told.removed("message.header-value", part, field.name() + ": " + field.value());
        }
        line.ifPresent(kept::add);
    }

    Optional<HeaderLine> text(String name, String raw) {
        Words.Read read = Words.decode(raw);
        String text = Clean.line(read.text());
        if (Clean.deceives(read.text())) {
            told.removed("message.invisible-character", part, name);
        }
        if (!read.labelled()) {
            told.changed("message.charset", part, name);
        }
        Encoding encoding = OutputCharset.of(text, MessageOptions.japanese(policy, read.japanese()));
        return text.isEmpty() ? Optional.empty() : Optional.of(Folding.text(name, text, encoding));
    }

    private Optional<HeaderLine> addresses(String name, String raw) {
        Addresses addresses = new Addresses(was -> MessageOptions.japanese(policy, was));
        List<String> words = addresses.of(raw);
        if (addresses.changed()) {
            told.changed("message.address", part, name + ": " + raw);
        }
        if (addresses.deceived()) {
            told.removed("message.invisible-character", part, name);
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(Folding.words(name, words));
    }

    /** RFC 5322 §3.6.7: an address in angle brackets, or nothing in them. */
    private static Optional<HeaderLine> path(String name, String raw) {
        if (raw.replace(" ", "").equals("<>")) {
            return Optional.of(new HeaderLine(name, "<>"));
        }
        return Mailbox.of(raw).address().map(address -> new HeaderLine(name, "<" + address + ">"));
    }

    /** Identifiers in angle brackets; one that lacks them gets them. What stands between is a comment of old mailers. */
    private static Optional<List<String>> ids(String raw, boolean several) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = ID.matcher(raw);
        while (matcher.find() && (several || ids.isEmpty())) {
            ids.add(matcher.group());
        }
        if (ids.isEmpty() && BARE_ID.matcher(raw).matches()) {
            ids.add("<" + raw + ">");
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }

    private static Optional<HeaderLine> trace(String name, String raw) {
        List<String> words = List.of(raw.strip().split("[ \t]+", -1));
        return words.stream().allMatch(word -> TRACE_WORD.matcher(word).matches())
                ? Optional.of(Folding.words(name, words))
                : Optional.empty();
    }

    private static Optional<HeaderLine> language(String name, String raw) {
        List<String> tags = List.of(raw.strip().split("\\s*,\\s*", -1));
        return tags.size() <= 20
                        && tags.stream().allMatch(tag -> LANGUAGE.matcher(tag).matches())
                ? Optional.of(new HeaderLine(name, String.join(", ", tags)))
                : Optional.empty();
    }

    private static Optional<HeaderLine> word(HeaderRule rule, String raw) {
        return rule.words().stream()
                .filter(word -> Ascii.lower(word).equals(Ascii.lower(raw.strip())))
                .findFirst()
                .map(word -> new HeaderLine(rule.name(), word));
    }
}
