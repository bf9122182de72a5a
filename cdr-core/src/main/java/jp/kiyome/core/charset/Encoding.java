package jp.kiyome.core.charset;

/**
 * The ways of writing text that are told apart without hints.
 *
 * <p>The Japanese ones are Microsoft's dialects, for that is what is written: vendor characters (NEC row 13, the IBM
 * extensions) are read and written, and the wave dash, the minus sign and their kin are the full-width forms U+FF5E and U+FF0D.
 * A character with several codes is written with the one that Windows writes; a character that is only similar is never
 * written in the place of another.
 */
public enum Encoding {
    /** Seven bits, no designations of ISO 2022. */
    US_ASCII("US-ASCII"),
    UTF_8("UTF-8"),
    UTF_16LE("UTF-16LE"),
    UTF_16BE("UTF-16BE"),
    /** Shift_JIS with the vendor characters and the user's own (U+E000 to U+E757): windows-31j. */
    CP932("Shift_JIS"),
    /** CP51932 (rows 13 and 89 to 92), and JIS X 0212 behind 0x8F. What has a two-byte code is written with it. */
    EUC_JP("EUC-JP"),
    /** Latin letters of western Europe; what ISO 8859-1 is read as. */
    WINDOWS_1252("windows-1252"),
    /** RFC 1468 and CP50221: half-width katakana by ESC ( I or shifts, vendor characters, JIS X 0212. */
    ISO_2022_JP("ISO-2022-JP");

    private final String label;

    Encoding(String label) {
        this.label = label;
    }

    /** The name that a document declares it by. */
    public String label() {
        return label;
    }

    /** Whether bytes below 0x80 are always ASCII characters where a character starts. */
    public boolean extendsAscii() {
        return switch (this) {
            case US_ASCII, UTF_8, CP932, EUC_JP, WINDOWS_1252 -> true;
            case UTF_16LE, UTF_16BE, ISO_2022_JP -> false;
        };
    }

    /** The bytes of U+FEFF where this encoding has a byte order mark, else none. */
    public byte[] byteOrderMark() {
        return switch (this) {
            case UTF_8 -> new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
            case UTF_16LE -> new byte[] {(byte) 0xFF, (byte) 0xFE};
            case UTF_16BE -> new byte[] {(byte) 0xFE, (byte) 0xFF};
            case US_ASCII, CP932, EUC_JP, WINDOWS_1252, ISO_2022_JP -> new byte[0];
        };
    }

    /**
     * Reads a short text whole. A byte order mark is a character like any other here.
     *
     * @throws MalformedText where the bytes are not of this encoding
     */
    public String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        ByteReading reading = reading();
        for (int i = 0; i < bytes.length; i++) {
            int read = reading.accept(bytes[i] & 0xFF);
            if (read >= 0) {
                text.appendCodePoint(read);
            } else if (read != ByteReading.PENDING) {
                throw new MalformedText(this, i);
            }
        }
        if (reading.pending()) {
            throw new MalformedText(this, bytes.length);
        }
        return text.toString();
    }

    /**
     * Writes a short text whole.
     *
     * @throws UnencodableText for a character that this encoding has not, and for half of a surrogate pair
     */
    public byte[] encode(String text) {
        ByteRun bytes = new ByteRun(text.length() * 2);
        ByteWriting writing = writing(bytes);
        text.codePoints().forEach(writing::put);
        writing.end();
        return bytes.taken();
    }

    /** Whether this encoding can write a character. */
    public boolean has(int codePoint) {
        return switch (this) {
            case US_ASCII -> codePoint < 0x80;
            case UTF_8, UTF_16LE, UTF_16BE -> codePoint < 0xD800 || codePoint > 0xDFFF;
            case CP932 -> codePoint < 0x80 || Jis.cp932(codePoint) != 0;
            case WINDOWS_1252 -> codePoint == 0 || Western.code(codePoint) != 0;
            case EUC_JP, ISO_2022_JP -> codePoint < 0x80 || Jis.halfKana(codePoint) || Jis.any(codePoint);
        };
    }

    ByteReading reading() {
        return switch (this) {
            case US_ASCII -> new AsciiReading();
            case UTF_8 -> new Utf8Reading();
            case UTF_16LE -> new Utf16Reading(false);
            case UTF_16BE -> new Utf16Reading(true);
            case CP932 -> new Cp932Reading();
            case EUC_JP -> new EucReading();
            case WINDOWS_1252 -> new WesternReading();
            case ISO_2022_JP -> new Iso2022Reading();
        };
    }

    ByteWriting writing(ByteRun target) {
        return switch (this) {
            case US_ASCII, UTF_8, UTF_16LE, UTF_16BE -> new UnicodeWriting(this, target);
            case CP932, EUC_JP -> new JisWriting(this, target);
            case WINDOWS_1252 -> new WesternWriting(target);
            case ISO_2022_JP -> new Iso2022Writing(target);
        };
    }
}
