package jp.kiyome.image.tiff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Refused;

/** Writes pages one behind the other, each as directory, values, strips. Not for sharing. */
final class TiffWriter {

    private static final long MAX_FILE = 0xFFFF_FFFFL;

    private final Sink out;
    private final boolean bigEndian;

    TiffWriter(Sink out, boolean bigEndian) {
        this.out = out;
        this.bigEndian = bigEndian;
        ByteWriter head = new ByteWriter();
        put((bigEndian
                        ? head.ascii("MM").u16be(42).u32be(8)
                        : head.ascii("II").u16le(42).u32le(8))
                .toByteArray());
    }

    /** @param strips all strips of the page, compressed, one behind the other */
    void page(Page page, WrittenStrips written, Content strips, boolean last) {
        DirectoryWriter directory = directory(page, written);
        long offset = out.position();
        place(directory, written, offset + directory.size());
        long end = offset + directory.size() + strips.size();
        long next = end + end % 2;
        if (next > MAX_FILE) {
            throw Refused.tooLarge("TIFF of more than four gigabytes");
        }
        put(directory.at(offset, last ? 0 : next));
        byte[] buffer = new byte[1 << 13];
        for (long at = 0; at < strips.size(); at += buffer.length) {
            int count = (int) Math.min(buffer.length, strips.size() - at);
            strips.copy(at, buffer, 0, count);
            out.write(buffer, 0, count);
        }
        if (!last) {
            put(new byte[(int) (end % 2)]);
        }
    }

    private DirectoryWriter directory(Page page, WrittenStrips written) {
        DirectoryWriter directory = new DirectoryWriter(bigEndian)
                .longs(Tag.WIDTH, List.of((long) page.width()))
                .longs(Tag.HEIGHT, List.of((long) page.height()))
                .shorts(Tag.BITS, Collections.nCopies(page.samples(), page.bits()))
                .shorts(Tag.COMPRESSION, List.of(page.packing().code()))
                .shorts(Tag.PHOTOMETRIC, List.of(page.photometric()))
                .shorts(Tag.SAMPLES, List.of(page.samples()))
                .shorts(Tag.PLANAR, List.of(written.planes() > 1 ? 2 : 1))
                .shorts(Tag.RESOLUTION_UNIT, List.of(page.resolutionUnit()));
        page.xResolution().ifPresent(ratio -> directory.ratio(Tag.X_RESOLUTION, ratio));
        page.yResolution().ifPresent(ratio -> directory.ratio(Tag.Y_RESOLUTION, ratio));
        if (page.orientation() != 1) {
            directory.shorts(Tag.ORIENTATION, List.of(page.orientation()));
        }
        if (page.predictor() != 1) {
            directory.shorts(Tag.PREDICTOR, List.of(page.predictor()));
        }
        if (page.format() != 1) {
            directory.shorts(Tag.SAMPLE_FORMAT, Collections.nCopies(page.samples(), page.format()));
        }
        page.chroma().ifPresent(chroma -> chroma(chroma, directory));
        if (!page.colours().isEmpty()) {
            directory.shorts(Tag.COLOR_MAP, page.colours());
        }
        if (!page.extraSamples().isEmpty()) {
            directory.shorts(Tag.EXTRA_SAMPLES, page.extraSamples());
        }
        if (!page.profile().none()) {
            directory.bytes(Tag.ICC_PROFILE, page.profile().bytes());
        }
        if (written.tiled()) {
            directory
                    .longs(Tag.TILE_WIDTH, List.of((long) written.tileWidth()))
                    .longs(Tag.TILE_HEIGHT, List.of((long) written.height()))
                    .longs(Tag.TILE_BYTE_COUNTS, written.lengths());
        } else {
            directory
                    .longs(Tag.ROWS_PER_STRIP, List.of((long) written.height()))
                    .longs(Tag.STRIP_BYTE_COUNTS, written.lengths());
        }
        // their number makes the directory as large as it will be; their places are known only then
        return directory.longs(offsets(written), written.lengths());
    }

    private static void chroma(Page.Chroma chroma, DirectoryWriter directory) {
        directory.shorts(Tag.CHROMA_SUBSAMPLING, List.of(chroma.across(), chroma.down()));
        directory.shorts(Tag.CHROMA_POSITIONING, List.of(chroma.positioning()));
        if (!chroma.coefficients().isEmpty()) {
            directory.ratios(Tag.CHROMA_COEFFICIENTS, chroma.coefficients());
        }
        if (!chroma.range().isEmpty()) {
            directory.ratios(Tag.REFERENCE_BLACK_WHITE, chroma.range());
        }
    }

    private static void place(DirectoryWriter directory, WrittenStrips written, long start) {
        List<Long> offsets = new ArrayList<>();
        long at = start;
        for (long length : written.lengths()) {
            offsets.add(at);
            at += length;
        }
        directory.longs(offsets(written), offsets);
    }

    private static int offsets(WrittenStrips written) {
        return written.tiled() ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS;
    }

    private void put(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }
}
