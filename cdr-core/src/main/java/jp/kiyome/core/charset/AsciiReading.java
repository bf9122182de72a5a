package jp.kiyome.core.charset;

/** ANSI X3.4. */
final class AsciiReading implements ByteReading {

    @Override
    public int accept(int value) {
        return value < 0x80 ? value : MALFORMED;
    }

    @Override
    public boolean pending() {
        return false;
    }
}
