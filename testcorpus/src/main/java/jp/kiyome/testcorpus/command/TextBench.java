package jp.kiyome.testcorpus.command;

import jp.kiyome.testcorpus.bench.TextTable;

/** {@code TextBench MEGABYTES}: how fast large files of characters are rebuilt. */
public final class TextBench {

    private TextBench() {}

    public static void main(String[] args) {
        System.out.print(TextTable.measure(Integer.parseInt(args[0])));
    }
}
