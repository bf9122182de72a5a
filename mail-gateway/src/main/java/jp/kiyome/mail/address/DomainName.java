package jp.kiyome.mail.address;

import java.net.IDN;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/**
 * A domain in the one spelling it is compared by: lower case, labels of other scripts in their IDNA form, no dot at the end. Numbers,
 * address literals and whatever an IDNA conversion does not bring back are no domains here.
 */
public record DomainName(String name) {

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    /** RFC 5321 §2.3.5, RFC 5890; empty for anything that is written otherwise. */
    public static Optional<DomainName> read(String written) {
        if (written.isEmpty() || written.length() > LONGEST) {
            return Optional.empty();
        }
        String[] labels = written.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            Optional<String> label = label(labels[i]);
            if (label.isEmpty()) {
                return Optional.empty();
            }
            labels[i] = label.get();
        }
        boolean number = labels[labels.length - 1].chars().allMatch(Ascii::isDigit);
        String name = String.join(".", labels);
        return number || name.length() > LONGEST ? Optional.empty() : Optional.of(new DomainName(name));
    }

    private static Optional<String> label(String written) {
        String lower = Ascii.lower(written);
        boolean ascii = written.chars().allMatch(c -> c < 0x80);
        if (ascii && !lower.startsWith("xn--")) {
            return isPlain(lower) ? Optional.of(lower) : Optional.empty();
        }
        try {
            // Only what comes back: full-width letters and dots, for one, do not.
            String coded = Ascii.lower(IDN.toASCII(lower, IDN.USE_STD3_ASCII_RULES));
            String back = IDN.toUnicode(coded, IDN.USE_STD3_ASCII_RULES);
            boolean same = back.equals(lower) || coded.equals(lower);
            boolean again =
                    Ascii.lower(IDN.toASCII(back, IDN.USE_STD3_ASCII_RULES)).equals(coded);
            return same && again && !back.equals(coded) && isPlain(coded) ? Optional.of(coded) : Optional.empty();
        } catch (IllegalArgumentException notALabel) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && label.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '-' || c == '_')
                && !label.startsWith("-")
                && !label.endsWith("-");
    }

    @Override
    public String toString() {
        return name;
    }
}
