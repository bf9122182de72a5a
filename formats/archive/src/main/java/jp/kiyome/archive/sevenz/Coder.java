package jp.kiyome.archive.sevenz;

/**
 * One step of packing.
 *
 * @param id of {@link Id}
 * @param inputs streams that it reads: one, but for {@link Id#BCJ2}
 * @param properties of the coder's own
 * @param unpacked bytes that come out of it
 */
// Nobody compares two.
@SuppressWarnings("ArrayRecordComponent")
record Coder(long id, int inputs, byte[] properties, long unpacked) {

    Coder giving(long bytes) {
        return new Coder(id, inputs, properties, bytes);
    }
}
