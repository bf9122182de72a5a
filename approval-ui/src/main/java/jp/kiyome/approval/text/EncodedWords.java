package jp.kiyome.approval.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Untrusted;

/**
 * A subject as its encoded words mean it (RFC 2047), for people to recognize a mail by. Only whole words in a handful of charsets;
 * what is not exactly one stays as it stands, and what comes out is as untrusted as before. Stateless.
 */
public final class EncodedWords {

    private static final int LONGEST = 4096;
    private static final Pattern WORD =
            Pattern.compile("=\\?([A-Za-z0-9_-]{1,32})(?:\\*[A-Za-z-]{1,16})?\\?([BbQq])\\?([!->@-~]{0,1000})\\?=");
    private static final Map<String, String> CHARSETS = Map.of(
            "utf-8", "UTF-8",
            "us-ascii", "UTF-8",
            "iso-2022-jp", "ISO-2022-JP",
            "shift_jis", "windows-31j",
            "windows-31j", "windows-31j",
            "cp932", "windows-31j",
            "euc-jp", "EUC-JP",
            "iso-8859-1", "ISO-8859-1");

    private EncodedWords() {}

    public static Untrusted read(Untrusted subject) {
        String text = subject.unescaped();
        if (text.length() > LONGEST || !text.contains("=?")) {
            return subject;
        }
        StringBuilder read = new StringBuilder();
        Matcher word = WORD.matcher(text);
        int at = 0;
        boolean behindWord = false;
        while (word.find()) {
            Optional<String> decoded = decode(word.group(1), word.group(2), word.group(3));
            String between = text.substring(at, word.start());
            // Blanks between two encoded words are not shown (RFC 2047, 6.2).
            read.append(behindWord && decoded.isPresent() && between.isBlank() ? "" : between);
            read.append(decoded.orElse(word.group()));
            behindWord = decoded.isPresent();
            at = word.end();
        }
        return Untrusted.of(read.append(text.substring(at)).toString());
    }

    private static Optional<String> decode(String charset, String way, String text) {
        String name = CHARSETS.get(charset.toLowerCase(Locale.ROOT));
        if (name == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = way.equalsIgnoreCase("B") ? Base64.getDecoder().decode(text) : quoted(text);
            return Optional.of(Charset.forName(name)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException | IllegalArgumentException e) {
            // Not what it says it is: shown as it stands.
            return Optional.empty();
        }
    }

    private static byte[] quoted(String text) {
        byte[] ascii = text.replace('_', ' ').getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[ascii.length];
        int length = 0;
        for (int i = 0; i < ascii.length; i++) {
            if (ascii[i] != '=') {
                bytes[length++] = ascii[i];
            } else if (i + 2 < ascii.length) {
                bytes[length++] = (byte) Integer.parseInt(text.substring(i + 1, i + 3), 16);
                i += 2;
            } else {
                throw new IllegalArgumentException("cut off");
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
