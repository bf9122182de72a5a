package jp.kiyome.office.escher;

import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;

/** Unpacks and packs what is stored as zlib streams (RFC 1950). */
public final class Inflated {

    private static final int BUFFER = 1 << 16;

    private Inflated() {}

    /** Unpacks into a sink, on the budget; empty where it is no such stream, or ends early. */
    public static Optional<Content> of(Content packed, Sink out, Budget budget) {
        byte[] in = new byte[BUFFER];
        byte[] plain = new byte[BUFFER];
        long at = 0;
        try (Inflater inflater = new Inflater()) {
            while (!inflater.finished()) {
                if (inflater.needsInput() && at < packed.size()) {
                    int length = (int) Math.min(in.length, packed.size() - at);
                    packed.copy(at, in, 0, length);
                    inflater.setInput(in, 0, length);
                    at += length;
                }
                int count = inflater.inflate(plain);
                if (count == 0 && !inflater.finished() && (inflater.needsDictionary() || at >= packed.size())) {
                    return Optional.empty();
                }
                budget.decode(count);
                out.write(plain, 0, count);
            }
        } catch (DataFormatException e) {
            return Optional.empty();
        }
        return Optional.of(out.finish());
    }

    /** Packs in one way only: the same bytes give the same bytes. */
    public static Content packed(Content plain, Sink out) {
        byte[] in = new byte[BUFFER];
        byte[] packed = new byte[BUFFER];
        try (Deflater deflater = new Deflater()) {
            for (long at = 0; at < plain.size(); ) {
                int length = (int) Math.min(in.length, plain.size() - at);
                plain.copy(at, in, 0, length);
                at += length;
                deflater.setInput(in, 0, length);
                while (!deflater.needsInput()) {
                    out.write(packed, 0, deflater.deflate(packed));
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                out.write(packed, 0, deflater.deflate(packed));
            }
        }
        return out.finish();
    }
}
