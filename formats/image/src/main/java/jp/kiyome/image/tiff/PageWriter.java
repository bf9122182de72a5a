package jp.kiyome.image.tiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.image.stream.Noise;

/** Compresses a page's rows into strips of its own cut. Not for sharing. */
final class PageWriter {

    /** What TIFF 6.0 section 3 (RowsPerStrip) recommends was 8 KiB, in 1992. */
    private static final int STRIP_BYTES = 1 << 16;

    private final Page page;
    private final Noise noise;
    private final boolean disturbed;
    private final Sink out;
    private final Budget budget;
    private final int rowsPerStrip;
    private final int rowBytes;
    private final boolean turned;
    private final List<Long> lengths = new ArrayList<>();
    private StripWriter strip;
    private long stripStart;
    private int row;

    /**
     * Writes the strips of one page.
     *
     * @param bigEndian whether the file has the high byte first
     * @param noise for samples that are whole numbers of eight or sixteen bits
     */
    PageWriter(Page page, Sink out, boolean bigEndian, Budget budget, Noise noise) {
        this.turned = bigEndian && page.bits() % 8 == 0 && page.bits() > 8 && page.predictor() != 3;
        this.page = page;
        this.noise = noise;
        this.disturbed = noise.on()
                && (page.bits() == 8 || page.bits() == 16)
                && page.format() == 1
                && page.photometric() != Page.PALETTE;
        this.out = out;
        this.budget = budget;
        this.rowBytes = page.rowBytes();
        // programs for faxes read pages of one strip best
        this.rowsPerStrip = page.packing() == Packing.GROUP_4 ? page.unitRows() : Math.max(1, STRIP_BYTES / rowBytes);
        this.strip = StripWriter.of(page, out);
    }

    /** How the strips lie, once all rows are written. */
    WrittenStrips strips() {
        int rows = (int) Math.min((long) rowsPerStrip * page.unitHeight(), page.height());
        return new WrittenStrips(rows, 0, 1, lengths);
    }

    void write(byte[] samples) {
        byte[] bytes = samples;
        if (disturbed) {
            noise.samples(samples, rowBytes, page.bits() / 8, (long) row << 32);
        }
        if (page.predictor() == 2) {
            bytes = Arrays.copyOf(samples, rowBytes);
            Differences.apply(bytes, rowBytes, page.samples(), page.bits());
        } else if (page.predictor() == 3) {
            bytes = Arrays.copyOf(samples, rowBytes);
            FloatDifferences.apply(bytes, rowBytes, page.samples(), page.bits() / 8);
        }
        if (turned) {
            bytes = Arrays.copyOf(bytes, rowBytes);
            Differences.reverse(bytes, 0, rowBytes, page.bits() / 8);
        }
        strip.write(bytes, rowBytes);
        row++;
        if (row == page.unitRows() || row % rowsPerStrip == 0) {
            strip.finish();
            // strips of the input may overlap, so that a small file says much
            budget.decode(out.position() - stripStart);
            lengths.add(out.position() - stripStart);
            stripStart = out.position();
            if (row < page.unitRows()) {
                strip = StripWriter.of(page, out);
            }
        }
    }
}
