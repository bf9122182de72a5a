package jp.kiyome.core.charset;

/** The eight-bit Japanese encodings. */
final class JisWriting implements ByteWriting {

    private final Encoding encoding;
    private final ByteRun target;

    JisWriting(Encoding encoding, ByteRun target) {
        this.encoding = encoding;
        this.target = target;
    }

    @Override
    public void put(int codePoint) {
        if (codePoint < 0x80) {
            target.put(codePoint);
        } else if (encoding == Encoding.CP932) {
            cp932(codePoint);
        } else {
            euc(codePoint);
        }
    }

    private void cp932(int codePoint) {
        int code = Jis.cp932(codePoint);
        if (code == 0) {
            throw new UnencodableText(encoding, codePoint);
        }
        if (code > 0xFF) {
            target.put(code >> 8);
        }
        target.put(code);
    }

    private void euc(int codePoint) {
        int two = Jis.to0208(codePoint);
        int three = Jis.to0212(codePoint);
        if (Jis.halfKana(codePoint)) {
            target.put(0x8E, codePoint - Jis.HALF_KANA);
        } else if (two != 0) {
            target.put(two >> 8 | 0x80, two | 0x80);
        } else if (three != 0) {
            target.put(0x8F);
            target.put(three >> 8 | 0x80, three | 0x80);
        } else {
            throw new UnencodableText(encoding, codePoint);
        }
    }
}
