package jp.kiyome.archive.rar;

import jp.kiyome.archive.ppm.Model;
import jp.kiyome.archive.ppm.RarRange;
import jp.kiyome.container.packed.BitReader;

/**
 * Reads characters that were predicted by those before them. The model lives on from block to block.
 *
 * <p>Not thread-safe.
 */
final class PpmDecoder {

    private static final int RESET = 0x20;
    private static final int HAS_ESCAPE = 0x40;
    private static final int ORDER = 0x1F;

    /** MiB of the model at most; packers take 25 mostly. */
    private static final int MOST = 96;

    private final Model model = new Model(new RarRange());
    private boolean started;

    /**
     * Begins a block.
     *
     * @param escape the character that has had a meaning of its own
     * @return the one that has it now
     * @throws jp.kiyome.core.finding.Refusal when the block goes on with a model that is not there, or needs too large a one
     */
    int begin(BitReader in, int escape) {
        int flags = in.read(8);
        boolean reset = (flags & RESET) != 0;
        int megabytes = reset ? in.read(8) + 1 : 0;
        int now = (flags & HAS_ESCAPE) != 0 ? in.read(8) : escape;
        if (reset) {
            int order = (flags & ORDER) + 1;
            order = order > 16 ? 16 + (order - 16) * 3 : order;
            if (order == 1 || megabytes > MOST) {
                throw in.broken("a model of order " + order + " and " + megabytes + " MiB");
            }
            model.start(order, megabytes << 20);
            started = true;
        }
        if (!started) {
            throw in.broken("no model");
        }
        model.go(in);
        return now;
    }

    /** The next character. */
    int next(BitReader in) {
        return model.next(in);
    }
}
