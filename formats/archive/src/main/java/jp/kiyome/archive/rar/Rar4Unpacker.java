package jp.kiyome.archive.rar;

import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.container.packed.Window;

/** Unpacks RAR 2.9 to 4: blocks of literals and matches, or of characters predicted by their context (PPMd, variant H). */
final class Rar4Unpacker implements Unpacker {

    private static final int END_OF_BLOCK = 256;
    private static final int FILTER = 257;
    private static final int LAST_MATCH = 258;
    private static final int RECENT = 259;
    private static final int SHORT = 263;
    private static final int LENGTHS = 271;

    private static final int[] SHORT_BASE = {0, 4, 8, 16, 32, 64, 128, 192};
    private static final int[] SHORT_BITS = {2, 2, 3, 4, 5, 6, 6, 6};

    private final FilterStage stage = new FilterStage();
    private final Rar4Filters filters = new Rar4Filters();
    private final Rar4Codes codes = new Rar4Codes();
    private final PpmDecoder model = new PpmDecoder();
    private final Window window;
    private final int[] recent = new int[4];
    private int lastLength;
    private int escape = 2;
    private boolean coded;
    private boolean predicted;
    private long begin;
    private long size;

    /** @param windowSize a power of two */
    Rar4Unpacker(int windowSize) {
        this.window = new Window(windowSize, stage);
    }

    @Override
    public void unpack(BitReader in, long declared, ByteTarget out) {
        stage.begin(out);
        begin = window.written();
        size = declared;
        if (!coded || predicted) {
            readCodes(in);
        }
        boolean more = true;
        while (more) {
            if (window.written() - begin == size && in.atEnd()) {
                break;
            }
            more = predicted ? character(in) : symbol(in);
        }
        window.flush();
        if (!stage.isDone()) {
            throw in.broken("a filter past the end");
        }
    }

    private void readCodes(BitReader in) {
        in.alignByte();
        predicted = in.peek(1) != 0;
        if (predicted) {
            escape = model.begin(in, escape);
        } else {
            in.skip(1);
            codes.read(in, in.flag());
        }
        coded = true;
    }

    /** Takes a step in a block of codes; whether the member goes on. */
    private boolean symbol(BitReader in) {
        int symbol = codes.main(in);
        if (symbol < END_OF_BLOCK) {
            put(in, symbol);
        } else if (symbol >= LENGTHS) {
            match(in, Rar4Codes.length(in, symbol - LENGTHS) + 3);
        } else if (symbol == END_OF_BLOCK) {
            return endOfBlock(in);
        } else if (symbol == FILTER) {
            filter(in);
        } else if (symbol == LAST_MATCH) {
            if (lastLength != 0) {
                copy(in, recent[0], lastLength);
            }
        } else if (symbol < SHORT) {
            int which = symbol - RECENT;
            int distance = recent[which];
            System.arraycopy(recent, 0, recent, 1, which);
            recent[0] = distance;
            lastLength = codes.repeat(in) + 2;
            copy(in, distance, lastLength);
        } else {
            int slot = symbol - SHORT;
            take(in, SHORT_BASE[slot] + 1 + in.read(SHORT_BITS[slot]), 2);
        }
        return true;
    }

    private boolean endOfBlock(BitReader in) {
        if (in.flag()) {
            readCodes(in);
            return true;
        }
        coded = !in.flag();
        return false;
    }

    private void match(BitReader in, int base) {
        int distance = codes.distance(in);
        take(in, distance, base + (distance >= 0x2000 ? 1 : 0) + (distance >= 0x40000 ? 1 : 0));
    }

    private void take(BitReader in, int distance, int length) {
        System.arraycopy(recent, 0, recent, 1, 3);
        recent[0] = distance;
        lastLength = length;
        copy(in, distance, length);
    }

    private void put(BitReader in, int value) {
        room(in, 1);
        window.put(value);
    }

    private void copy(BitReader in, int distance, int length) {
        room(in, length);
        if (!window.reaches(distance)) {
            throw in.broken("a match reaches " + distance + " bytes back");
        }
        window.copy(distance, length);
    }

    private void room(BitReader in, int length) {
        if (window.written() - begin > size - length) {
            throw in.broken("more than " + size + " bytes");
        }
    }

    private void filter(BitReader in) {
        int flags = in.read(8);
        int length = (flags & 7) + 1;
        if (length == 7) {
            length = in.read(8) + 7;
        } else if (length == 8) {
            length = in.read(16);
        }
        byte[] description = new byte[length];
        for (int i = 0; i < length; i++) {
            description[i] = (byte) in.read(8);
        }
        filters.add(flags, description, window.written() - begin, stage);
    }

    /** Takes a step in a block of predicted characters; whether the member goes on. */
    private boolean character(BitReader in) {
        int character = model.next(in);
        if (character != escape) {
            put(in, character);
            return true;
        }
        switch (model.next(in)) {
            case 0 -> readCodes(in);
            case 2 -> {
                return false;
            }
            case 3 -> predictedFilter(in);
            case 4 -> {
                int distance = model.next(in) << 16 | model.next(in) << 8 | model.next(in);
                copy(in, distance + 2, model.next(in) + 32);
            }
            case 5 -> copy(in, 1, model.next(in) + 4);
            default -> put(in, character);
        }
        return true;
    }

    private void predictedFilter(BitReader in) {
        int flags = model.next(in);
        int length = (flags & 7) + 1;
        if (length == 7) {
            length = model.next(in) + 7;
        } else if (length == 8) {
            length = model.next(in) << 8 | model.next(in);
        }
        byte[] description = new byte[length];
        for (int i = 0; i < length; i++) {
            description[i] = (byte) model.next(in);
        }
        filters.add(flags, description, window.written() - begin, stage);
    }
}
