package jp.kiyome.core.charset;

/** ISO-2022-JP with ESC ( B, ESC $ B, ESC ( I and ESC $ ( D; lines and the text end in ASCII (RFC 1468). */
final class Iso2022Writing implements ByteWriting {

    private static final String ASCII = "(B";
    private static final String KATAKANA = "(I";
    private static final String X0208 = "$B";
    private static final String X0212 = "$(D";

    private final ByteRun target;
    private String designated = ASCII;

    Iso2022Writing(ByteRun target) {
        this.target = target;
    }

    @Override
    public void put(int codePoint) {
        int two = Jis.to0208(codePoint);
        int three = Jis.to0212(codePoint);
        if (codePoint < 0x80) {
            designate(ASCII);
            target.put(codePoint);
        } else if (Jis.halfKana(codePoint)) {
            designate(KATAKANA);
            target.put(codePoint - Jis.HALF_KANA & 0x7F);
        } else if (two != 0) {
            designate(X0208);
            target.put(two >> 8, two);
        } else if (three != 0) {
            designate(X0212);
            target.put(three >> 8, three);
        } else {
            throw new UnencodableText(Encoding.ISO_2022_JP, codePoint);
        }
    }

    private void designate(String wanted) {
        if (!designated.equals(wanted)) {
            target.put(0x1B);
            wanted.chars().forEach(target::put);
            designated = wanted;
        }
    }

    @Override
    public void end() {
        designate(ASCII);
    }
}
