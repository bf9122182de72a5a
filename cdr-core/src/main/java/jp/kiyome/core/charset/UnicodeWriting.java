package jp.kiyome.core.charset;

/** ASCII and the forms of Unicode. */
final class UnicodeWriting implements ByteWriting {

    private final Encoding encoding;
    private final ByteRun target;

    UnicodeWriting(Encoding encoding, ByteRun target) {
        this.encoding = encoding;
        this.target = target;
    }

    @Override
    public void put(int codePoint) {
        if (!encoding.has(codePoint)) {
            throw new UnencodableText(encoding, codePoint);
        }
        switch (encoding) {
            case UTF_16LE, UTF_16BE -> utf16(codePoint);
            case US_ASCII, UTF_8, CP932, EUC_JP, WINDOWS_1252, ISO_2022_JP -> utf8(codePoint);
        }
    }

    private void utf8(int code) {
        if (code < 0x80) {
            target.put(code);
        } else if (code < 0x800) {
            target.put(0xC0 | code >> 6, 0x80 | code & 0x3F);
        } else if (code < 0x10000) {
            target.put(0xE0 | code >> 12);
            target.put(0x80 | code >> 6 & 0x3F, 0x80 | code & 0x3F);
        } else {
            target.put(0xF0 | code >> 18, 0x80 | code >> 12 & 0x3F);
            target.put(0x80 | code >> 6 & 0x3F, 0x80 | code & 0x3F);
        }
    }

    private void utf16(int code) {
        if (code > 0xFFFF) {
            unit(Character.highSurrogate(code));
            unit(Character.lowSurrogate(code));
        } else {
            unit(code);
        }
    }

    private void unit(int unit) {
        if (encoding == Encoding.UTF_16BE) {
            target.put(unit >> 8, unit);
        } else {
            target.put(unit, unit >> 8);
        }
    }
}
