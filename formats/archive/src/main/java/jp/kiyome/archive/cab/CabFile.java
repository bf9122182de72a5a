package jp.kiyome.archive.cab;

/**
 * A file of a cabinet ([MS-CAB] 2.4, CFFILE).
 *
 * @param folder index of the folder that holds its bytes
 * @param at where they begin there
 * @param size bytes
 * @param date and {@code time} as DOS packs them, in the sender's time zone
 * @param name raw bytes, steps parted by backslashes
 * @param utf8 whether the name says that it is UTF-8
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record CabFile(int folder, long at, long size, int date, int time, byte[] name, boolean utf8) {

    long end() {
        return at + size;
    }
}
