package jp.kiyome.text.card;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.core.link.WebLink;
import jp.kiyome.core.text.Ascii;

/** What values look like (RFC 5545 section 3.3). Stateless. */
final class ValueRule {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final Pattern TOKENS = Pattern.compile("[A-Za-z0-9_ ,-]{1,200}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,10}");
    private static final Pattern GEO =
            Pattern.compile("(?i)(?:geo:)?[-+]?\\d{1,3}(?:\\.\\d{1,15})?[;,][-+]?\\d{1,3}(?:\\.\\d{1,15})?");
    private static final String INSTANT = "\\d{8}(?:T\\d{6}Z?)?";
    private static final String LENGTH =
            "[-+]?P(?:\\d{1,6}W|(?:\\d{1,6}D)?(?:T(?:\\d{1,6}H)?(?:\\d{1,6}M)?(?:\\d{1,6}S)?)?)";
    private static final String PERIOD = INSTANT + "(?:/(?:" + INSTANT + "|" + LENGTH + "))?";
    private static final Pattern TIME = Pattern.compile(PERIOD + "(?:," + PERIOD + ")*+");
    private static final Pattern DURATION = Pattern.compile(LENGTH);
    private static final Pattern TRIGGER = Pattern.compile(LENGTH + "|" + INSTANT);
    private static final Pattern OFFSET = Pattern.compile("[-+]\\d{4}(?:\\d{2})?");
    private static final Pattern RECURRENCE =
            Pattern.compile("(?i)[A-Z]{2,10}=[-+A-Z0-9,]{1,400}(?:;[A-Z]{2,10}=[-+A-Z0-9,]{1,400})*+;?");
    private static final Pattern TELEPHONE = Pattern.compile("(?i)(?:tel:)?[-+0-9*#pw()./ ;=a-z]{0,60}");

    private ValueRule() {}

    /** The value in its one form; empty where it is none of its kind. */
    static Optional<String> of(String kind, String value) {
        String plain = value.strip();
        return switch (kind) {
            case "token" -> matched(TOKEN, plain);
            case "tokens" -> matched(TOKENS, plain);
            case "number" -> matched(NUMBER, plain);
            case "geo" -> matched(GEO, plain);
            case "time" -> matched(TIME, plain);
            case "duration" -> matched(DURATION, plain);
            case "trigger" -> matched(TRIGGER, plain);
            case "offset" -> matched(OFFSET, plain);
            case "recurrence" -> matched(RECURRENCE, plain);
            case "link" -> WebLink.canonical(plain);
            case "address" -> address(plain);
            // A number may be followed by words of the person who wrote it; a scheme may not.
            case "telephone" -> plain.indexOf(':') < 0 ? Optional.of(value) : matched(TELEPHONE, plain);
            case "alarm" -> matched(Pattern.compile("(?i)DISPLAY|AUDIO"), plain);
            case "text" -> Optional.of(value);
            default -> throw new IllegalStateException("no such kind of value: " + kind);
        };
    }

    private static Optional<String> matched(Pattern pattern, String value) {
        return pattern.matcher(value).matches() ? Optional.of(value) : Optional.empty();
    }

    private static Optional<String> address(String value) {
        String lower = Ascii.lower(value);
        if (lower.startsWith("urn:uuid:") || lower.equals("invalid:nomail")) {
            return Optional.of(value).filter(v -> v.matches("[A-Za-z0-9:-]{1,80}"));
        }
        return lower.startsWith("mailto:") && value.indexOf('?') < 0 ? WebLink.canonical(value) : Optional.empty();
    }
}
