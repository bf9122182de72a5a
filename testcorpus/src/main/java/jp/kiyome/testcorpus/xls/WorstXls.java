package jp.kiyome.testcorpus.xls;

import java.util.List;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.zip.Bytes;

/** Workbooks that take long for their size: many cells, many formulas, many ranges, many views. */
public final class WorstXls {

    private WorstXls() {}

    public static List<Sample> all() {
        return List.of(
                sample("cells", Biff.number(7, 7, 7), 200_000, false),
                sample("formulas", Biff.formula(7, 7, 7, Biff.tokens(0x43, 1, 0, 0, 0)), 60_000, false),
                sample("merged", Biff.record(0x00E5, merged(1000)), 400, true),
                sample(
                        "views",
                        Biff.record(
                                0x001D,
                                new Bytes()
                                        .octets(3)
                                        .raw(Biff.words(0, 0, 0, 1))
                                        .raw(new byte[6])),
                        100_000,
                        true));
    }

    private static Sample sample(String name, byte[] record, int times, boolean behind) {
        return Sample.of("xls-worst-" + name, "xls", () -> {
            Bytes all = new Bytes();
            for (int i = 0; i < times; i++) {
                all.raw(record);
            }
            return (behind ? Xls.usual().behind(all.toArray()) : Xls.usual().cell(all.toArray())).file();
        });
    }

    private static Bytes merged(int count) {
        Bytes ranges = new Bytes().u16(count);
        for (int i = 0; i < count; i++) {
            ranges.raw(Biff.words(5, 4, 2, 0));
        }
        return ranges;
    }
}
