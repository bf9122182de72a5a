package jp.kiyome.image.jpeg;

import java.util.Arrays;
import jp.kiyome.image.stream.Refused;

/** Keeps account of which bits of which coefficients the scans have brought, and refuses what T.81 G.1.1.1 does not allow. Not for sharing. */
final class Progression {

    /** A progressive file of a hundred scans is made to cost time: encoders use about ten. */
    private static final int MAX_SCANS = 100;

    private static final int NOTHING = -1;

    private final Frame frame;
    private final int[][] lowest;
    private int scans;

    Progression(Frame frame) {
        this.frame = frame;
        lowest = new int[frame.components().size()][64];
        for (int[] component : lowest) {
            Arrays.fill(component, NOTHING);
        }
    }

    void accept(Scan scan) {
        if (++scans > MAX_SCANS) {
            throw Refused.damaged("JPEG with more than " + MAX_SCANS + " scans");
        }
        boolean valid = frame.progressive() ? validProgressive(scan) : validSequential(scan);
        if (!valid) {
            throw Refused.damaged("JPEG scan of coefficients " + scan.spectralStart() + ".." + scan.spectralEnd()
                    + ", bits " + scan.high() + ".." + scan.low());
        }
        for (Scan.Part part : scan.parts()) {
            advance(scan, lowest[part.component()]);
        }
    }

    private static boolean validSequential(Scan scan) {
        return scan.spectralStart() == 0 && scan.spectralEnd() == 63 && scan.high() == 0 && scan.low() == 0;
    }

    private static boolean validProgressive(Scan scan) {
        boolean band = scan.spectralStart() == 0
                ? scan.spectralEnd() == 0
                : scan.spectralEnd() >= scan.spectralStart() && scan.spectralEnd() <= 63 && !scan.interleaved();
        boolean bits = scan.low() <= 13 && (scan.high() == 0 || scan.high() == scan.low() + 1);
        return band && bits;
    }

    private void advance(Scan scan, int[] bits) {
        if (scan.spectralStart() > 0 && bits[0] == NOTHING) {
            throw Refused.damaged("JPEG AC scan before the first DC scan");
        }
        int before = scan.high() == 0 ? NOTHING : scan.high();
        for (int k = scan.spectralStart(); k <= scan.spectralEnd(); k++) {
            if (bits[k] != before) {
                throw Refused.damaged("JPEG scan repeats or skips bits of coefficient " + k);
            }
            bits[k] = scan.low();
        }
    }

    /** Throws unless every component has come. */
    void requireComplete() {
        for (int[] component : lowest) {
            if (component[0] == NOTHING) {
                throw Refused.truncated("JPEG without a scan for each component");
            }
        }
    }
}
