package jp.kiyome.image.jpeg;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;

/** Decodes every scan of a picture. Stateless. */
final class CoefficientReader {

    private CoefficientReader() {}

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
