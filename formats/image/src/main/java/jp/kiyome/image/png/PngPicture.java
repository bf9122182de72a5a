package jp.kiyome.image.png;

import java.util.List;
import java.util.Optional;
import jp.kiyome.image.stream.Bytes;

/**
 * A PNG file taken apart; sample data stays where it lies.
 *
 * @param palette PLTE's data, empty when there is none
 * @param beforePalette small chunks that stand before PLTE (colour space)
 * @param afterPalette small chunks that stand between PLTE and IDAT
 * @param plays how often the animation runs, empty when nothing moves
 * @param defaultFrame the control of the default image when it is the animation's first frame
 * @param image the chunks that make up the default image
 * @param frames the frames behind the default image
 */
record PngPicture(
        PngHeader header,
        Bytes palette,
        List<Small> beforePalette,
        List<Small> afterPalette,
        Optional<Integer> plays,
        Optional<FrameControl> defaultFrame,
        List<Chunk> image,
        List<Frame> frames) {

    /** A small chunk as it will be written. */
    record Small(String type, Bytes data) {}

    /** @param data fdAT chunks, each beginning with its sequence number */
    record Frame(FrameControl control, List<Chunk> data) {}

    /** Whether one colour of a picture without opacity stands for transparency (PNG 11.3.1.1). */
    boolean hasKey() {
        return !header.hasPalette()
                && afterPalette.stream().anyMatch(small -> small.type().equals("tRNS"));
    }

    int paletteEntries() {
        return palette.length() / 3;
    }

    int animationFrames() {
        return frames.size() + (defaultFrame.isPresent() ? 1 : 0);
    }
}
