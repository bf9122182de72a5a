package jp.kiyome.container.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The value rules that every vocabulary uses. The words are those of XML Schema Part 2 and ECMA-376-1 §22.9. */
final class PlainRules {

    private PlainRules() {}

    record Whole(long least, long most) implements ValueRule.Plain {
        @Override
        public boolean accepts(Utf8 value) {
            int at = 0;
            int length = value.length();
            boolean negative = length > 0 && value.at(0) == '-';
            if (negative || length > 0 && value.at(0) == '+') {
                at++;
            }
            if (at == length || length - at > 18) {
                return false;
            }
            long number = 0;
            for (; at < length; at++) {
                int digit = value.at(at) - '0';
                if (digit < 0 || digit > 9) {
                    return false;
                }
                number = number * 10 + digit;
            }
            long signed = negative ? -number : number;
            return signed >= least && signed <= most;
        }
    }

    record Fraction(double least, double most) implements ValueRule.Plain {
        private static final Pattern SHAPE =
                Pattern.compile("[+-]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})([eE][+-]?[0-9]{1,4})?");

        @Override
        public boolean accepts(Utf8 value) {
            if (value.length() > 96) {
                return false;
            }
            String text = value.toString();
            if (!SHAPE.matcher(text).matches()) {
                return false;
            }
            double number = Double.parseDouble(text);
            return number >= least && number <= most;
        }
    }

    record Hex(int least, int most) implements ValueRule.Plain {
        @Override
        public boolean accepts(Utf8 value) {
            int length = value.length();
            if ((length & 1) == 1 || length < least * 2 || length > most * 2) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (Character.digit(value.at(i), 16) < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Documents say the same few values again and again: those accepted last are kept. */
    static final class Shape implements ValueRule.Plain {

        private static final int KEPT = 64;
        private static final int LONGEST_KEPT = 64;

        private final Pattern pattern;
        private final int longest;
        private final byte[] @Nullable [] accepted = new byte[KEPT][];

        Shape(Pattern pattern, int longest) {
            this.pattern = pattern;
            this.longest = longest;
        }

        @Override
        public boolean accepts(Utf8 value) {
            if (value.length() > longest) {
                return false;
            }
            int hash = value.contentHash();
            int slot = (hash ^ hash >>> 16) & KEPT - 1;
            byte[] known = accepted[slot];
            if (known != null && value.contentEquals(known)) {
                return true;
            }
            String text = value.toString();
            boolean matches = pattern.matcher(text).matches();
            if (matches && value.length() <= LONGEST_KEPT) {
                accepted[slot] = text.getBytes(StandardCharsets.UTF_8);
            }
            return matches;
        }
    }

    /** Characters counted; {@code lines} says whether line breaks and tabs may be among them. */
    record Characters(int most, boolean lines) implements ValueRule.Plain {
        @Override
        public boolean accepts(Utf8 value) {
            if (value.length() > most && value.codePoints() > most) {
                return false;
            }
            if (!lines) {
                for (int i = 0; i < value.length(); i++) {
                    if (value.at(i) >= 0 && value.at(i) < ' ') {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    record Base64(int mostBytes) implements ValueRule.Plain {
        @Override
        public boolean accepts(Utf8 value) {
            if (value.length() > mostBytes / 3 * 4 + 8) {
                return false;
            }
            try {
                return java.util.Base64.getDecoder().decode(value.toString()).length <= mostBytes;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    record Many(ValueRule.Plain each) implements ValueRule.Plain {
        @Override
        public boolean accepts(Utf8 value) {
            return Arrays.stream(value.toString().split("[ \t\r\n]", -1))
                    .filter(word -> !word.isEmpty())
                    .allMatch(word -> each.accepts(Utf8.of(word)));
        }
    }

    /** One of several plain rules, as the item of a list. */
    record Any(List<ValueRule.Plain> rules) implements ValueRule.Plain {
        @Override
        public boolean accepts(Utf8 value) {
            return rules.stream().anyMatch(rule -> rule.accepts(value));
        }
    }
}
