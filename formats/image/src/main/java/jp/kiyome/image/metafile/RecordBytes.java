package jp.kiyome.image.metafile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A record's body as it will stand in the output, without its head.
 *
 * @param size bytes, without the padding that a format adds at the end
 */
public record RecordBytes(List<Piece> pieces, long size) {

    /** Writes the body and pads it with zeros. Throws {@link UncheckedIOException} when the stream fails. */
    public void write(OutputStream out, int alignment) {
        try {
            for (Piece piece : pieces) {
                write(piece, out);
            }
            out.write(new byte[(int) (padded(alignment) - size)]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes with that padding; alignment is a power of two. */
    public long padded(int alignment) {
        return size + (-size & (alignment - 1));
    }

    private static void write(Piece piece, OutputStream out) throws IOException {
        switch (piece) {
            case Piece.Rebuilt(var content) -> {
                try (InputStream in = content.stream()) {
                    in.transferTo(out);
                }
            }
            case Piece.Numbers numbers -> out.write(numbers.written());
        }
    }
}
