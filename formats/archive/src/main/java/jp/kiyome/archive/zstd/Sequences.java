package jp.kiyome.archive.zstd;

import java.util.Optional;

/** What of a block are literals and what is copied (RFC 8878, 3.1.1.3.2). Tables live on from block to block. Not thread-safe. */
final class Sequences {

    private Optional<FseTable> lengths = Optional.empty();
    private Optional<FseTable> offsets = Optional.empty();
    private Optional<FseTable> matches = Optional.empty();

    /** Runs the sequences of a block, from {@code from} on, and gives what is left of the literals. */
    void run(byte[] block, int from, int end, Literals literals, History out) {
        if (from >= end) {
            throw Broken.because("no sequences");
        }
        int first = block[from] & 0xFF;
        int head = first < 128 ? 1 : first < 255 ? 2 : 3;
        if (first == 0) {
            if (end - from != 1) {
                throw Broken.because("bytes behind the literals");
            }
            out.literals(literals.bytes, 0, literals.size);
            return;
        }
        if (end - from <= head) {
            throw Broken.because("sequences are cut off");
        }
        int second = block[from + 1] & 0xFF;
        int count = first < 128
                ? first
                : first < 255 ? (first - 128 << 8) + second : second + ((block[from + 2] & 0xFF) << 8) + 0x7F00;
        int modes = block[from + head] & 0xFF;
        if ((modes & 3) != 0) {
            throw Broken.because("reserved bits");
        }
        ForwardBits tables = new ForwardBits(block, from + head + 1, end);
        FseTable length = table(modes >>> 6, tables, lengths, Codes.LENGTHS);
        FseTable offset = table(modes >>> 4 & 3, tables, offsets, Codes.OFFSETS);
        FseTable match = table(modes >>> 2 & 3, tables, matches, Codes.MATCHES);
        lengths = Optional.of(length);
        offsets = Optional.of(offset);
        matches = Optional.of(match);
        BackwardBits in = new BackwardBits(block, tables.at(), end);
        copy(in, count, length, offset, match, literals, out);
    }

    private static FseTable table(int mode, ForwardBits in, Optional<FseTable> before, Codes codes) {
        return switch (mode) {
            case 0 -> codes.predefined;
            case 1 -> {
                int symbol = in.read(8);
                if (symbol > codes.last) {
                    throw Broken.because("a symbol of " + symbol);
                }
                yield FseTable.only(symbol);
            }
            case 2 -> FseTable.read(in, codes.mostBits, codes.last);
            default -> before.orElseThrow(() -> Broken.because("no table to repeat"));
        };
    }

    private static void copy(
            BackwardBits in,
            int count,
            FseTable length,
            FseTable offset,
            FseTable match,
            Literals literals,
            History out) {
        int lengthState = in.read(length.bits);
        int offsetState = in.read(offset.bits);
        int matchState = in.read(match.bits);
        int used = 0;
        for (int i = 0; i < count; i++) {
            int power = offset.symbol(offsetState);
            int value = (1 << power) + in.read(power);
            int matched = Codes.MATCHES.value(match.symbol(matchState), in);
            int plain = Codes.LENGTHS.value(length.symbol(lengthState), in);
            if (in.left() < 0 || plain > literals.size - used) {
                throw Broken.because("a sequence without its literals");
            }
            out.literals(literals.bytes, used, plain);
            used += plain;
            out.match(value, plain == 0, matched);
            if (i < count - 1) {
                lengthState = length.next(lengthState, in);
                matchState = match.next(matchState, in);
                offsetState = offset.next(offsetState, in);
            }
        }
        in.requireEnd();
        out.literals(literals.bytes, used, literals.size - used);
    }
}
