package jp.kiyome.core.charset;

/** windows-1252. */
final class WesternWriting implements ByteWriting {

    private final ByteRun target;

    WesternWriting(ByteRun target) {
        this.target = target;
    }

    @Override
    public void put(int codePoint) {
        int code = Western.code(codePoint);
        if (code == 0 && codePoint != 0) {
            throw new UnencodableText(Encoding.WINDOWS_1252, codePoint);
        }
        target.put(code);
    }
}
