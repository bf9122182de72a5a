package jp.kiyome.office.xls;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.biff.RecordReader;

/**
 * The strings that cells show ([MS-XLS] 2.4.265 SST). Those that a kept cell shows stay in their order; strings of cells that had their
 * own come behind them. Not thread-safe.
 */
final class SharedStrings {

    private List<SharedString> strings = new ArrayList<>();
    private final BitSet used = new BitSet();
    private final List<SharedString> added = new ArrayList<>();
    private int[] numbers = {};
    private int kept;
    private long references;

    /** Reads the record that the reader stands on, and those it goes on in. */
    void read(RecordReader reader, Told told) {
        SplitInput in = new SplitInput(reader);
        in.i32();
        int count = in.i32();
        if (!strings.isEmpty() || count < 0) {
            throw Refusal.of("xls.strings", told.where("SST"), "");
        }
        List<SharedString> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            read.add(SharedString.read(in, told));
            if (!in.ok()) {
                throw Refusal.of("xls.strings", told.where("SST"), i + " of " + count);
            }
        }
        if (!in.atEnd()) {
            told.removed("xls.record-tail", "SST");
        }
        strings = read;
    }

    /** Says that a kept cell shows a string. */
    void use(int number) {
        if (number < 0 || number >= strings.size()) {
            throw Refusal.of("xls.strings", number + " of " + strings.size());
        }
        used.set(number);
    }

    /** Settles the numbers: nothing is used afterwards that was not before. */
    void settle(Counts counts, Told told) {
        used.stream().forEach(i -> strings.set(i, strings.get(i).mended(counts, told)));
        numbers = new int[strings.size()];
        int next = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = used.get(i) ? next++ : -1;
        }
        kept = next;
        if (kept < numbers.length) {
            told.removed("content.unused-string", "SST", Integer.toString(numbers.length - kept));
        }
    }

    /** The new number of a string that was used. */
    int number(int old) {
        references++;
        int number = old >= 0 && old < numbers.length ? numbers[old] : -1;
        if (number < 0) {
            throw Refusal.of("xls.strings", old + " of " + strings.size());
        }
        return number;
    }

    /** The number of a string that its cell had itself. */
    int add(String text) {
        references++;
        added.add(SharedString.plain(text));
        return kept + added.size() - 1;
    }

    boolean isEmpty() {
        return kept + added.size() == 0;
    }

    void write(RecordOutput out) {
        SplitOutput split = new SplitOutput(out, Biff.SST);
        split.i32((int) Math.min(Integer.MAX_VALUE, references));
        split.i32(kept + added.size());
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            strings.get(i).write(split);
        }
        added.forEach(string -> string.write(split));
        split.end();
    }
}
