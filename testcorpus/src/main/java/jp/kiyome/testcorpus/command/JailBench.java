package jp.kiyome.testcorpus.command;

import java.io.IOException;
import java.nio.file.Path;
import jp.kiyome.testcorpus.bench.JailTable;

/** {@code JailBench DIR}: what the jail costs over a folder of real files, beside the same engine in this process. */
public final class JailBench {

    private JailBench() {}

    public static void main(String[] args) throws IOException {
        System.out.print(JailTable.measure(Path.of(args[0])));
    }
}
