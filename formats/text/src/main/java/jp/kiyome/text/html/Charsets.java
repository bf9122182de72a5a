package jp.kiyome.text.html;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.charset.CharsetDetector;
import jp.kiyome.core.charset.CharsetGuess;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.charset.MalformedText;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.text.source.Labels;
import jp.kiyome.text.source.TextFile;

/**
 * Reads a document in the charset that it declares, as browsers do, where that fits; else in the one that its bytes are of.
 *
 * @param text without a byte order mark
 * @param written the encoding of the output: the same for UTF-8, Shift_JIS and EUC-JP, else UTF-8
 * @param changed whether that is another one than that of the input
 */
public record Charsets(String text, Encoding written, boolean changed) {

    private static final int LOOKED_AT = 8192;
    private static final Pattern DECLARED = Pattern.compile(
            "(?i)(?:<meta[^>]{0,300}?charset|<\\?xml[^>]{0,100}?encoding)\\s*=\\s*[\"']?\\s*([-a-z0-9_:.]+)");

    /**
     * Reads a document.
     *
     * @throws Refusal {@code text.charset} where no charset fits
     */
    public static Charsets of(Content content) {
        Optional<CharsetGuess> guess = CharsetDetector.of(content);
        if (guess.filter(g -> g.byteOrderMark()).isPresent()) {
            return own(content, guess.get().encoding(), true);
        }
        String label = declared(content);
        Optional<Charsets> fits = Labels.encoding(label)
                .filter(named -> named != Encoding.US_ASCII)
                .flatMap(named -> fitting(content, named));
        if (fits.isPresent()) {
            return fits.get();
        }
        Optional<String> foreign = foreign(content, label);
        if (foreign.isPresent()) {
            return new Charsets(foreign.get(), Encoding.UTF_8, true);
        }
        return own(
                content,
                guess.orElseThrow(() -> Refusal.of("text.charset", label)).encoding(),
                false);
    }

    private static Optional<Charsets> fitting(Content content, Encoding named) {
        try {
            return Optional.of(own(content, named, false));
        } catch (MalformedText other) {
            // What a document declares is a claim; its bytes say otherwise, and they are asked next.
            return Optional.empty();
        }
    }

    private static Charsets own(Content content, Encoding encoding, boolean mark) {
        String text = TextFile.saying(content, encoding, mark).whole();
        return switch (encoding) {
            case UTF_8, US_ASCII -> new Charsets(text, Encoding.UTF_8, false);
            case CP932, EUC_JP -> new Charsets(text, encoding, false);
            case UTF_16LE, UTF_16BE, WINDOWS_1252, ISO_2022_JP -> new Charsets(text, Encoding.UTF_8, true);
        };
    }

    private static Optional<String> foreign(Content content, String label) {
        Optional<CharsetDecoder> decoder = Labels.foreign(label);
        if (decoder.isEmpty() || content.size() > HtmlCleaner.LONGEST) {
            return Optional.empty();
        }
        byte[] bytes = new byte[(int) content.size()];
        content.copy(0, bytes, 0, bytes.length);
        try {
            return Optional.of(decoder.get().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            // As above: only a claim.
            return Optional.empty();
        }
    }

    private static String declared(Content content) {
        byte[] head = new byte[(int) Math.min(LOOKED_AT, content.size())];
        content.copy(0, head, 0, head.length);
        Matcher matcher = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return matcher.find() ? Ascii.lower(matcher.group(1)) : "";
    }
}
