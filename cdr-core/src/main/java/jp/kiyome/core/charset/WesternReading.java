package jp.kiyome.core.charset;

/** windows-1252. */
final class WesternReading implements ByteReading {

    @Override
    public int accept(int value) {
        int character = Western.character(value);
        return character == 0 && value != 0 ? MALFORMED : character;
    }

    @Override
    public boolean pending() {
        return false;
    }
}
