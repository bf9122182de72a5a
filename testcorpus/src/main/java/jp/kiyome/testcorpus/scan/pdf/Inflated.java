package jp.kiyome.testcorpus.scan.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a deflate stream holds, and whether it is all there is.
 *
 * @param text its bytes, 64 MiB at most
 * @param whole whether it ended, just where the data ends
 */
record Inflated(String text, boolean whole) {

    private static final int LARGEST = 64 << 20;

    static Inflated of(String data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        boolean whole = false;
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(data.getBytes(StandardCharsets.ISO_8859_1));
            int count = 1;
            while (!inflater.finished() && count > 0 && out.size() < LARGEST) {
                count = inflater.inflate(buffer);
                out.write(buffer, 0, count);
            }
            whole = inflater.finished() && inflater.getRemaining() == 0;
        } catch (DataFormatException endsHere) {
            whole = false;
        }
        return new Inflated(out.toString(StandardCharsets.ISO_8859_1), whole);
    }

    /** Undoes PNG's prediction (7.4.4.4) of rows of that many bytes of one-byte samples, type 2 alone as the writer uses. */
    String upRows(int columns) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int row = 0; row + columns < text.length(); row += columns + 1) {
            int predictor = text.charAt(row);
            for (int i = 0; i < columns; i++) {
                int above = plain.length() >= columns && predictor == 2 ? plain.charAt(plain.length() - columns) : 0;
                plain.append((char) ((text.charAt(row + 1 + i) + above) & 0xFF));
            }
        }
        return plain.toString();
    }
}
