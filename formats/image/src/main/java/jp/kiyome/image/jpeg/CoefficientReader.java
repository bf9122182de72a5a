package jp.kiyome.image.jpeg;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.Removed;

/** Decodes every scan of a picture. Stateless. */
final class CoefficientReader {

    private CoefficientReader() {}

    /** Decodes damaged scans as viewers do. Sequential files alone. */
    static Coefficients readDamaged(Content content, JpegPicture picture, Session session) {
        Coefficients coefficients = new Coefficients(picture.frame());
        for (Scan scan : picture.scans()) {
            TolerantInput in = new TolerantInput(content, scan.start(), scan.end());
            McuWalk.walk(
                    picture.frame(),
                    scan,
                    new TolerantScanDecoder(picture.frame(), scan, in, coefficients),
                    session.budget());
            session.found(Removed.changed("image.damaged-data", "scan at offset " + scan.start()));
        }
        return coefficients;
    }

    static Coefficients read(Content content, JpegPicture picture, Session session) {
        Coefficients coefficients = new Coefficients(picture.frame());
        for (Scan scan : picture.scans()) {
            if (scan.arithmetic()) {
                ArithmeticInput in = new ArithmeticInput(content, scan.start(), scan.end());
                McuWalk.walk(
                        picture.frame(),
                        scan,
                        new ArithmeticScanDecoder(picture.frame(), scan, in, coefficients),
                        session.budget());
                Leftover.report(in.unused(), scan, session);
                continue;
            }
            EntropyInput in = new EntropyInput(content, scan.start(), scan.end());
            McuWalk.walk(
                    picture.frame(), scan, ScanDecoder.of(picture.frame(), scan, in, coefficients), session.budget());
            Leftover.report(in.endScan(), scan, session);
        }
        return coefficients;
    }
}
