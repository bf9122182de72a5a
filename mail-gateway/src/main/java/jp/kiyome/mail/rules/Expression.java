package jp.kiyome.mail.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.text.Normalizer;
import java.util.Optional;

/**
 * A regular expression (RE2's grammar: no references back, no looking around), which takes time in proportion to the text whatever the text
 * is. Held against folded text, its lines as they are. Immutable.
 */
record Expression(String written, Pattern pattern) {

    private static final int LONGEST = 500;
    /** Of counted repetitions multiplied: each counts as often as it may repeat what is inside it. */
    private static final long MOST_REPETITIONS = 1_000;
    /** Steps a character at most. */
    private static final int LARGEST = 2_000;

    private static final Pattern COUNTED = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");

    /** Empty where it is none, or one that would cost too much. */
    static Optional<Expression> read(String written) {
        if (written.length() > LONGEST || repetitions(written) > MOST_REPETITIONS) {
            return Optional.empty();
        }
        try {
            Pattern pattern = Pattern.compile(plain(written), Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
            return pattern.programSize() > LARGEST ? Optional.empty() : Optional.of(new Expression(written, pattern));
        } catch (PatternSyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static long repetitions(String written) {
        long product = 1;
        var counted = COUNTED.matcher(written);
        while (counted.find() && product <= MOST_REPETITIONS) {
            String most = counted.group(2);
            String number = most == null || most.isEmpty() ? counted.group(1) : most;
            product *= Math.max(1, Long.parseLong(number));
        }
        return product;
    }

    /** Letters and digits as text is folded; signs stay, for they are the grammar's. */
    private static String plain(String written) {
        StringBuilder plain = new StringBuilder();
        written.codePoints().forEach(point -> {
            String folded = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
            boolean letters = folded.codePoints().allMatch(Character::isLetterOrDigit);
            plain.append(letters ? folded : Character.toString(point));
        });
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** @param folded see {@link Folded#fold} */
    boolean isIn(String folded) {
        return pattern.matcher(folded).find();
    }

    @Override
    public String toString() {
        return written;
    }
}
