package jp.kiyome.archive.rar;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.container.packed.BitReader;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * The filters that a packed stream names. The stream brings them as programs of a machine; here no program runs: those that
 * every packer wrote are known by length and CRC, another is a refusal. Not thread-safe.
 */
final class Rar4Filters {

    private static final int SELECTED = 0x80;
    private static final int FAR = 0x40;
    private static final int MEASURED = 0x20;
    private static final int WITH_REGISTERS = 0x10;
    private static final int FAR_BY = 258;
    private static final int MOST = 1024;
    private static final int LONGEST = 1 << 18;
    private static final int LONGEST_PROGRAM = 1 << 16;

    private final List<Program> programs = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private int last;

    /** Reads what a stream says of a filter, and lets it wait for its bytes in {@code stage}. */
    void add(int flags, byte[] description, long written, FilterStage stage) {
        BitReader in = BitReader.ofBytes(new ByteArrayInputStream(description), Location.wholeFile());
        int index = last;
        if ((flags & SELECTED) != 0) {
            index = number(in);
            if (index == 0) {
                programs.clear();
                lengths.clear();
            } else {
                index--;
            }
        }
        if (index < 0 || index > programs.size() || index >= MOST) {
            throw in.broken("a filter that is not there");
        }
        last = index;
        boolean fresh = index == programs.size();
        long from = written + (number(in) & 0xFFFFFFFFL) + ((flags & FAR) != 0 ? FAR_BY : 0);
        int length = (flags & MEASURED) != 0 ? number(in) : fresh ? 0 : lengths.get(index);
        int[] registers = registers(in, flags);
        if (fresh) {
            programs.add(program(in));
            lengths.add(length);
        }
        lengths.set(index, length);
        Filter filter = programs.get(index).filter(registers[0], registers[1]);
        if (length > LONGEST || !stage.add(from, length, filter)) {
            throw in.broken("a filter of " + length + " bytes");
        }
    }

    private static int[] registers(BitReader in, int flags) {
        int[] registers = new int[7];
        if ((flags & WITH_REGISTERS) != 0) {
            int mask = in.read(7);
            for (int i = 0; i < registers.length; i++) {
                if ((mask >>> i & 1) != 0) {
                    registers[i] = number(in);
                }
            }
        }
        return registers;
    }

    private static Program program(BitReader in) {
        int length = number(in);
        if (length <= 0 || length >= LONGEST_PROGRAM) {
            throw in.broken("a program of " + length + " bytes");
        }
        byte[] code = new byte[length];
        for (int i = 0; i < length; i++) {
            code[i] = (byte) in.read(8);
        }
        return Program.of(code)
                .orElseThrow(() -> Refusal.of("rar.method", Location.wholeFile(), "a program of " + length + " bytes"));
    }

    /** Numbers as the machine's programs have them: two bits say how long. */
    static int number(BitReader in) {
        return switch (in.read(2)) {
            case 0 -> in.read(4);
            case 1 -> {
                int high = in.read(4);
                yield high == 0 ? 0xFFFFFF00 | in.read(8) : high << 4 | in.read(4);
            }
            case 2 -> in.read(16);
            default -> in.read(32);
        };
    }
}
