package jp.kiyome.archive.cab;

/** Turns the absolute targets of x86 calls back into relative ones, as packers of programs made them. Not thread-safe. */
final class CallTranslation {

    private static final int CALL = 0xE8;

    /** Frames that are translated at most. */
    private static final int FRAMES = 1 << 15;

    /** Bytes at the end of a frame that are left alone. */
    private static final int TAIL = 10;

    private int fileSize;
    private boolean begun;
    private int frames;
    private int position;

    /** Size of the file that targets were counted in; 0 for no translation. */
    void size(int bytes) {
        fileSize = bytes;
    }

    /** From now on frames may hold calls. */
    void begin() {
        begun = true;
    }

    void translate(byte[] frame, int size) {
        if (begun && fileSize != 0 && frames < FRAMES && size > TAIL) {
            for (int i = 0; i < size - TAIL; i++) {
                if ((frame[i] & 0xFF) == CALL) {
                    translateAt(frame, i + 1, position + i);
                    i += 4;
                }
            }
        }
        frames++;
        position += size;
    }

    private void translateAt(byte[] frame, int at, int here) {
        int target = frame[at] & 0xFF
                | (frame[at + 1] & 0xFF) << 8
                | (frame[at + 2] & 0xFF) << 16
                | (frame[at + 3] & 0xFF) << 24;
        if (target >= -here && target < fileSize) {
            int relative = target >= 0 ? target - here : target + fileSize;
            frame[at] = (byte) relative;
            frame[at + 1] = (byte) (relative >>> 8);
            frame[at + 2] = (byte) (relative >>> 16);
            frame[at + 3] = (byte) (relative >>> 24);
        }
    }
}
