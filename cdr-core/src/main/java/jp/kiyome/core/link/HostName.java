package jp.kiyome.core.link;

import java.net.IDN;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/**
 * The host of an address: a name of letters, digits, hyphens and underscores, its IDNA form when it holds other characters,
 * or four decimal numbers. IPv6 addresses and the other spellings of IPv4 (hexadecimal, one number) are refused: people do not
 * write them, those who hide a host do.
 */
final class HostName {

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private HostName() {}

    static Optional<String> canonical(String host) {
        if (host.isEmpty() || host.length() > LONGEST) {
            return Optional.empty();
        }
        String[] labels = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            Optional<String> label = label(labels[i]);
            if (label.isEmpty()) {
                return Optional.empty();
            }
            labels[i] = label.get();
        }
        String name = String.join(".", labels);
        boolean fits = name.length() <= LONGEST && (!endsInNumber(labels) || isDottedQuad(labels));
        return fits ? Optional.of(host.endsWith(".") ? name + "." : name) : Optional.empty();
    }

    private static Optional<String> label(String label) {
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            return Optional.empty();
        }
        boolean ascii = label.chars().allMatch(c -> c < 0x80);
        if (ascii && !Ascii.lower(label).startsWith("xn--")) {
            return isPlain(label) ? Optional.of(label) : Optional.empty();
        }
        return roundTrip(label);
    }

    private static boolean isPlain(String label) {
        return label.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '-' || c == '_')
                && !label.startsWith("-")
                && !label.endsWith("-");
    }

    /** Only what two conversions bring back: full-width look-alikes of ASCII, for one, do not come back. */
    private static Optional<String> roundTrip(String label) {
        try {
            String ascii = Ascii.lower(IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES));
            String unicode = IDN.toUnicode(ascii, IDN.USE_STD3_ASCII_RULES);
            boolean same = unicode.equals(Ascii.lower(label)) || ascii.equals(Ascii.lower(label));
            boolean back = ascii.startsWith("xn--")
                    && !unicode.equals(ascii)
                    && unicode.codePoints().allMatch(HostName::ofWords)
                    && ascii.length() <= LONGEST_LABEL
                    && ascii.equals(Ascii.lower(IDN.toASCII(unicode, IDN.USE_STD3_ASCII_RULES)));
            return same && back && isPlain(ascii) ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    /** Letters, digits and marks of any script, hyphen and middle dot; signs that look like a slash or a dot are none. */
    private static boolean ofWords(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK
                || point == '-'
                || point == 0x30FB;
    }

    /** A last label of digits, or of {@code 0x} and hexadecimal ones, makes the whole host a number for browsers. */
    private static boolean endsInNumber(String[] labels) {
        String last = Ascii.lower(labels[labels.length - 1]);
        return last.chars().allMatch(Ascii::isDigit)
                || (last.startsWith("0x") && last.chars().skip(2).allMatch(Ascii::isHexDigit));
    }

    private static boolean isDottedQuad(String[] labels) {
        if (labels.length != 4) {
            return false;
        }
        for (String label : labels) {
            boolean octet = label.length() <= 3
                    && label.chars().allMatch(Ascii::isDigit)
                    && (label.length() == 1 || label.charAt(0) != '0')
                    && Integer.parseInt(label) <= 255;
            if (!octet) {
                return false;
            }
        }
        return true;
    }
}
