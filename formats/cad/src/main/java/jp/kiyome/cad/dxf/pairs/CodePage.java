package jp.kiyome.cad.dxf.pairs;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.core.text.Table;

/**
 * The charset of a drawing's texts. A byte that a single-byte page leaves open is the control character of the same number, as
 * Windows has it: so no byte is lost where a page is declared wrongly.
 *
 * <p>Not thread-safe.
 */
public final class CodePage {

    private static final Map<String, String> CHARSETS = charsets();

    private final Charset charset;
    private boolean malformed;

    private CodePage(Charset charset) {
        this.charset = charset;
    }

    public static CodePage utf8() {
        return new CodePage(StandardCharsets.UTF_8);
    }

    public static CodePage of(Charset charset) {
        return new CodePage(charset);
    }

    /** What a name in {@code $DWGCODEPAGE} stands for; western Windows where nobody knows the name. */
    public static CodePage named(String name) {
        String charset = CHARSETS.getOrDefault(name.strip().toLowerCase(Locale.ROOT), "windows-1252");
        return new CodePage(Charset.forName(charset));
    }

    private static Map<String, String> charsets() {
        Map<String, String> charsets = new HashMap<>();
        for (List<String> row : Table.of(Objects.requireNonNull(CodePage.class.getResource("code-pages.tsv")))
                .rows()) {
            charsets.put(row.get(0), row.get(1));
        }
        return Map.copyOf(charsets);
    }

    /**
     * Whether bytes are UTF-8.
     *
     * @param raw bytes as characters of ISO 8859-1
     */
    public static boolean isUtf8(String raw) {
        return ascii(raw)
                || utf8().strict(raw.getBytes(StandardCharsets.ISO_8859_1)).isPresent();
    }

    /** Whether bytes were read that are no character of this page. */
    public boolean malformed() {
        return malformed;
    }

    /**
     * The characters.
     *
     * @param raw bytes as characters of ISO 8859-1
     */
    public String decode(String raw) {
        if (ascii(raw)) {
            return raw;
        }
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        return strict(bytes).orElseGet(() -> {
            if (single()) {
                return byByte(bytes);
            }
            malformed = true;
            return new String(bytes, charset).replace('\uFFFD', '?');
        });
    }

    private Optional<String> strict(byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private String byByte(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte value : bytes) {
            text.append(strict(new byte[] {value}).orElse(String.valueOf((char) (value & 0xFF))));
        }
        return text.toString();
    }

    private boolean single() {
        return charset.newEncoder().maxBytesPerChar() == 1;
    }

    /** The bytes, as characters of ISO 8859-1. What the page has not is written as {@code \U+XXXX}. */
    public String encode(String text) {
        if (ascii(text)) {
            return text;
        }
        var encoder = charset.newEncoder();
        StringBuilder raw = new StringBuilder(text.length() * 2);
        text.codePoints().forEach(point -> {
            String one = Character.toString(point);
            if (point >= 0x80 && point < 0xA0 && !encoder.canEncode(one)) {
                raw.append((char) point);
            } else if (Character.isSurrogate(one.charAt(0)) && one.length() == 1) {
                raw.append('?');
            } else if (encoder.canEncode(one)) {
                raw.append(bytes(encoder, one));
            } else {
                one.chars().forEach(unit -> raw.append(String.format(Locale.ROOT, "\\U+%04X", unit)));
            }
        });
        return raw.toString();
    }

    private static String bytes(CharsetEncoder encoder, String one) {
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(one));
            return StandardCharsets.ISO_8859_1.decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a character that can be encoded cannot", e);
        }
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
