package jp.kiyome.message.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.text.Ascii;

/** Reads the text of header fields (RFC 2047), raw bytes included. Stateless. */
public final class Words {

    /** RFC 2047 §2, with the language of RFC 2231 §5, and the blanks inside that mailers write against the rule. */
    private static final Pattern WORD =
            Pattern.compile("=\\?([A-Za-z0-9_.:+-]{1,40})(?:\\*[A-Za-z-]{0,20})?\\?([BbQq])\\?([^?\\r\\n]*)\\?=");

    private Words() {}

    /**
     * What was read.
     *
     * @param text decoded
     * @param labelled whether each charset is what its label says, or the text is ASCII
     * @param japanese whether some of it was in ISO-2022-JP
     */
    public record Read(String text, boolean labelled, boolean japanese) {}

    // Nobody compares two words.
    @SuppressWarnings("ArrayRecordComponent")
    private record Word(String charset, byte[] bytes) {}

    /** Decodes the value of a field, a character for each byte. */
    public static Read decode(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        boolean labelled = true;
        boolean japanese = false;
        Matcher matcher = WORD.matcher(raw);
        int at = 0;
        while (matcher.find(at)) {
            Read plain = plain(raw.substring(at, matcher.start()));
            List<Word> run = new ArrayList<>();
            int end = run(matcher, raw, run);
            Read words = words(run);
            text.append(plain.text).append(words.text);
            labelled = labelled && plain.labelled && words.labelled;
            japanese = japanese || plain.japanese || words.japanese;
            at = end;
        }
        Read rest = plain(raw.substring(at));
        text.append(rest.text);
        return new Read(text.toString(), labelled && rest.labelled, japanese || rest.japanese);
    }

    /** Words with nothing but white space between them, which does not count (§6.2). */
    private static int run(Matcher matcher, String raw, List<Word> run) {
        int end;
        do {
            word(matcher).ifPresent(run::add);
            end = matcher.end();
        } while (matcher.find() && raw.substring(end, matcher.start()).isBlank());
        return end;
    }

    private static Optional<Word> word(Matcher matcher) {
        String text = matcher.group(3);
        byte[] bytes = matcher.group(2).equalsIgnoreCase("B") ? LooseBase64.decode(text) : q(text);
        return Optional.of(new Word(Ascii.lower(matcher.group(1)), bytes));
    }

    private static Read words(List<Word> run) {
        StringBuilder text = new StringBuilder();
        boolean labelled = true;
        boolean japanese = false;
        for (int i = 0; i < run.size(); ) {
            // Words of one charset are one text: many mailers cut inside characters, and in the middle of kanji.
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            String charset = run.get(i).charset;
            int from = i;
            for (; i < run.size() && run.get(i).charset.equals(charset); i++) {
                joined.writeBytes(run.get(i).bytes);
            }
            Charsets.Choice choice = Charsets.choose(joined.toByteArray(), charset);
            text.append(choice.lossless() ? Charsets.decode(joined.toByteArray(), choice) : each(run.subList(from, i)));
            labelled &= choice.labelled() || choice.ascii();
            japanese |= choice.japanese();
        }
        return new Read(text.toString(), labelled, japanese);
    }

    private static String each(List<Word> run) {
        StringBuilder text = new StringBuilder();
        for (Word word : run) {
            text.append(Charsets.decode(word.bytes, Charsets.choose(word.bytes, word.charset)));
        }
        return text.toString();
    }

    private static Read plain(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        Charsets.Choice choice = Charsets.choose(bytes, "");
        // RFC 6532 allows UTF-8; the other charsets are there all the same.
        boolean utf8 = choice.codec().is(Encoding.UTF_8);
        return new Read(Charsets.decode(bytes, choice), choice.ascii() || utf8, choice.japanese());
    }

    /** RFC 2047 §4.2. */
    private static byte[] q(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int code = c == '=' ? Hex.at(text, i + 1) : -1;
            bytes.write(code >= 0 ? code : c == '_' ? ' ' : c);
            i += code >= 0 ? 2 : 0;
        }
        return bytes.toByteArray();
    }
}
