package jp.kiyome.archive.rar;

import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.container.packed.Window;

/** Unpacks RAR 5: blocks of literals, matches and filters. */
final class Rar5Unpacker implements Unpacker {

    private static final int FILTER = 256;
    private static final int LAST_MATCH = 257;
    private static final int RECENT = 258;
    private static final int LENGTHS = 262;

    /** The longest piece that a filter may be for. */
    private static final int LONGEST_FILTER = 1 << 22;

    private static final int CHECK = 0x5A;
    private static final int LAST_BLOCK = 0x40;
    private static final int HAS_CODES = 0x80;

    private final FilterStage stage = new FilterStage();
    private final Window window;
    private final Rar5Codes codes = new Rar5Codes();
    private final long[] recent = new long[4];
    private int lastLength;
    private boolean coded;
    private long begin;

    /** @param windowSize a power of two */
    Rar5Unpacker(int windowSize) {
        this.window = new Window(windowSize, stage);
    }

    @Override
    public void unpack(BitReader in, long size, ByteTarget out) {
        stage.begin(out);
        begin = window.written();
        boolean last = false;
        while (!last) {
            last = block(in, size);
        }
        window.flush();
        if (!stage.isDone()) {
            throw in.broken("a filter past the end");
        }
    }

    /** Unpacks a block; whether it was the last. */
    private boolean block(BitReader in, long size) {
        in.alignByte();
        int flags = in.read(8);
        int check = in.read(8) ^ flags ^ CHECK;
        int count = (flags >>> 3 & 3) + 1;
        if (count > 3) {
            throw in.broken("the head of a block");
        }
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            int octet = in.read(8);
            check ^= octet;
            bytes |= octet << 8 * i;
        }
        if (check != 0 || bytes == 0) {
            throw in.broken("the head of a block");
        }
        long end = in.position() + (bytes - 1) * 8L + (flags & 7) + 1;
        if ((flags & HAS_CODES) != 0) {
            codes.read(in);
            coded = true;
        }
        if (!coded) {
            throw in.broken("no codes");
        }
        while (in.position() < end) {
            symbol(in, size);
        }
        if (in.position() > end) {
            throw in.broken("past the end of a block");
        }
        return (flags & LAST_BLOCK) != 0;
    }

    private void symbol(BitReader in, long size) {
        int symbol = codes.main(in);
        if (symbol < FILTER) {
            room(in, size, 1);
            window.put(symbol);
        } else if (symbol == FILTER) {
            filter(in);
        } else if (symbol == LAST_MATCH) {
            if (lastLength != 0) {
                copy(in, size, recent[0], lastLength);
            }
        } else if (symbol < LENGTHS) {
            int which = symbol - RECENT;
            long distance = recent[which];
            System.arraycopy(recent, 0, recent, 1, which);
            recent[0] = distance;
            lastLength = length(in, codes.repeat(in));
            copy(in, size, distance, lastLength);
        } else {
            match(in, size, length(in, symbol - LENGTHS));
        }
    }

    private void match(BitReader in, long size, int base) {
        long distance = distance(in);
        int length = base + (distance > 0x100 ? 1 : 0) + (distance > 0x2000 ? 1 : 0) + (distance > 0x40000 ? 1 : 0);
        System.arraycopy(recent, 0, recent, 1, 3);
        recent[0] = distance;
        lastLength = length;
        copy(in, size, distance, length);
    }

    private void copy(BitReader in, long size, long distance, int length) {
        room(in, size, length);
        if (!window.reaches(distance)) {
            throw in.broken("a match reaches " + distance + " bytes back");
        }
        window.copy((int) distance, length);
    }

    private void room(BitReader in, long size, int length) {
        if (window.written() - begin > size - length) {
            throw in.broken("more than " + size + " bytes");
        }
    }

    private static int length(BitReader in, int slot) {
        if (slot < 8) {
            return 2 + slot;
        }
        int bits = slot / 4 - 1;
        return 2 + (4 | slot & 3) * (1 << bits) + in.read(bits);
    }

    private long distance(BitReader in) {
        int slot = codes.distance(in);
        if (slot < 4) {
            return 1L + slot;
        }
        int bits = slot / 2 - 1;
        long base = 1 + ((2L | slot & 1) << bits);
        if (bits < 4) {
            return base + in.read(bits);
        }
        long high = bits > 4 ? in.read(bits - 4) & 0xFFFFFFFFL : 0;
        return base + (high << 4) + codes.low(in);
    }

    private void filter(BitReader in) {
        long from = window.written() - begin + number(in);
        long length = number(in);
        Filter filter =
                switch (in.read(3)) {
                    case 0 -> new Delta(in.read(5) + 1);
                    case 1 -> new Calls(false, true);
                    case 2 -> new Calls(true, true);
                    case 3 -> new ArmCalls();
                    default -> throw in.broken("an unknown filter");
                };
        if (length > LONGEST_FILTER || !stage.add(from, (int) length, filter)) {
            throw in.broken("a filter of " + length + " bytes");
        }
    }

    private static long number(BitReader in) {
        int bytes = in.read(2) + 1;
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) in.read(8) << 8 * i;
        }
        return value;
    }
}
