package jp.kiyome.image.gif;

import java.util.List;
import java.util.Optional;

/**
 * A GIF file taken apart; the frames' codes stay where they lie.
 *
 * @param width of the logical screen, at least 1
 * @param height likewise
 * @param background index into the global table
 * @param aspect pixel aspect ratio as GIF89a 18 codes it, 0 for none
 * @param loops how often an animation runs, 0 for ever; empty when the file does not say
 */
record GifPicture(
        int width,
        int height,
        ColourTable global,
        int background,
        int aspect,
        Optional<Integer> loops,
        List<Frame> frames) {

    /**
     * @param control empty when nothing controls the frame
     * @param local its own colours, or none
     * @param codeSize the LZW minimum code size that stands at {@code data}
     * @param data offset of the first sub-block of codes
     */
    record Frame(
            Optional<Control> control,
            int x,
            int y,
            int width,
            int height,
            boolean interlaced,
            ColourTable local,
            int codeSize,
            long data) {}

    /**
     * GIF89a 23.
     *
     * @param disposal 0 to 3
     * @param delay hundredths of a second
     * @param transparent the index that shows what lies below
     */
    record Control(int disposal, int delay, Optional<Integer> transparent) {}

    ColourTable colours(Frame frame) {
        return frame.local().none() ? global : frame.local();
    }
}
