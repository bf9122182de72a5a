package jp.kiyome.image.jpeg;

import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.Removed;

/** Bytes inside a scan behind its last block: encoders leave none but padding, so something else put them there. Stateless. */
final class Leftover {

    private Leftover() {}

    static void report(long bytes, Scan scan, Session session) {
        if (bytes > 0) {
            session.found(Removed.from("image.gap", "scan at offset " + scan.start() + ", " + bytes + " bytes"));
        }
    }
}
