package jp.kiyome.pdf.keep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import jp.kiyome.pdf.cos.Malformed;
import jp.kiyome.pdf.picture.PngRows;

/** Writes the rows of a picture: as many as its size says, black where the input ends early, unused bits zero. Stateless. */
final class Rows {

    private static final int LONGEST = 1 << 26;

    private Rows() {}

    /**
     * @param pixel the bytes of one where a PNG predictor is to be applied, else 0
     * @param slack told when the input goes on behind the last row
     */
    static void write(InputStream in, Images.Samples samples, OutputStream out, int pixel, Runnable slack)
            throws IOException {
        if (samples.rowBytes() > LONGEST) {
            throw Malformed.tooMuch("a row of " + samples.rowBytes() + " bytes");
        }
        byte[] row = new byte[(int) samples.rowBytes()];
        PngRows png = new PngRows(out, pixel > 0 ? row.length : 0, pixel);
        int unused = (int) (samples.rowBytes() * 8 - samples.rowBits());
        for (int y = 0; y < samples.height(); y++) {
            int read = in.readNBytes(row, 0, row.length);
            Arrays.fill(row, read, row.length, (byte) 0);
            row[row.length - 1] &= (byte) (0xFF << unused);
            if (pixel > 0) {
                png.row(row);
            } else {
                out.write(row, 0, row.length);
            }
        }
        if (in.read() >= 0) {
            slack.run();
        }
    }
}
