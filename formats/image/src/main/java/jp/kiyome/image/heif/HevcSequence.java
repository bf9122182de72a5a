package jp.kiyome.image.heif;

import jp.kiyome.core.limit.Budget;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;

/**
 * The beginning of a sequence parameter set (H.265 7.3.2.2), as far as the configuration repeats it.
 *
 * @param profile the twelve bytes of the general profile, tier and level
 * @param chroma chroma_format_idc
 * @param lumaDepth bits of a luma sample less eight
 * @param chromaDepth the same of a chroma sample
 */
record HevcSequence(Bytes profile, int chroma, int lumaDepth, int chromaDepth) {

    private static final int PROFILE = 12;
    private static final int SUB_LAYER_PROFILE_BITS = 88;
    private static final int SUB_LAYER_LEVEL_BITS = 8;

    /** Asks the budget for the pixels that a decoder would make. */
    static HevcSequence read(Bytes set, Budget budget) {
        BitReader in = new BitReader(set);
        in.skip(4);
        int subLayers = in.u(3);
        in.skip(1);
        if (set.length() < 1 + PROFILE) {
            throw Refused.truncated("HEVC sequence parameters");
        }
        in.skip(PROFILE * 8);
        subLayers(in, subLayers);
        in.ue();
        int chroma = in.ue();
        if (chroma > 3) {
            throw Refused.damaged("HEVC of an unknown chroma format");
        }
        if (chroma == 3) {
            in.skip(1);
        }
        int width = in.ue();
        int height = in.ue();
        if (in.u(1) == 1) {
            for (int i = 0; i < 4; i++) {
                in.ue();
            }
        }
        int lumaDepth = in.ue();
        int chromaDepth = in.ue();
        if (width < 1 || height < 1 || lumaDepth > 8 || chromaDepth > 8) {
            throw Refused.damaged("HEVC of impossible size or depth");
        }
        budget.pixels(width, height);
        return new HevcSequence(set.part(1, 1 + PROFILE), chroma, lumaDepth, chromaDepth);
    }

    /** H.265 7.3.3: what is said of lower layers. */
    private static void subLayers(BitReader in, int count) {
        boolean[] profiles = new boolean[count];
        boolean[] levels = new boolean[count];
        for (int i = 0; i < count; i++) {
            profiles[i] = in.u(1) == 1;
            levels[i] = in.u(1) == 1;
        }
        if (count > 0) {
            in.skip(2 * (8 - count));
        }
        for (int i = 0; i < count; i++) {
            in.skip((profiles[i] ? SUB_LAYER_PROFILE_BITS : 0) + (levels[i] ? SUB_LAYER_LEVEL_BITS : 0));
        }
    }
}
