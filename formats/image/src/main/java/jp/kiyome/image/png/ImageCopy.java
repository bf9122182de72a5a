package jp.kiyome.image.png;

import java.util.function.ObjIntConsumer;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.Noise;
import jp.kiyome.image.stream.Refused;

/**
 * Carries an image's rows over, one at a time. Each keeps its filter, a number from 0 to 4: filtering is reversible, so a filtered row
 * says no more and no less than its samples, and compresses as well as its author saw to. Stateless.
 */
final class ImageCopy {

    private static final int ROWS_BETWEEN_TIME_CHECKS = 64;

    private ImageCopy() {}

    /** Carries all rows of one image over; returns whether any came out other than it went in. */
    static boolean copy(
            PngPicture picture, PngHeader header, SampleInput in, ObjIntConsumer<byte[]> out, Session session) {
        byte[] row = new byte[header.rowBytes(header.width()) + 1];
        Noise noise = picture.hasKey() ? Noise.none() : Noise.of(session);
        RowJudge judge = RowJudge.of(picture, header, noise);
        boolean judged = judge.needed();
        for (Rows run : Rows.of(header)) {
            int length = header.rowBytes(run.pixels()) + 1;
            judge.startRun();
            for (int y = 0; y < run.count(); y++) {
                if (y % ROWS_BETWEEN_TIME_CHECKS == 0) {
                    session.budget().checkTime();
                }
                in.read(row, length);
                if (row[0] < 0 || row[0] > 4) {
                    throw Refused.damaged("PNG row with filter " + row[0]);
                }
                if (judged) {
                    judge.judge(row, length, run.pixels());
                }
                out.accept(row, length);
            }
        }
        in.end(session);
        noise.report(session);
        return judge.changed();
    }
}
