package jp.kiyome.archive.sevenz;

/**
 * One step of packing.
 *
 * @param id of {@link Id}
 * @param properties of the coder's own
 * @param unpacked bytes that come out of it
 */
// Nobody compares two.
@SuppressWarnings("ArrayRecordComponent")
record Coder(long id, byte[] properties, long unpacked) {}
