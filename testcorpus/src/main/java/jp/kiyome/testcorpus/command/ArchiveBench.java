package jp.kiyome.testcorpus.command;

import java.io.IOException;
import java.nio.file.Path;
import jp.kiyome.testcorpus.bench.ArchiveTable;

/** {@code ArchiveBench DIR}: how fast the ZIP archives of a folder are rebuilt, beside their bound. */
public final class ArchiveBench {

    private ArchiveBench() {}

    public static void main(String[] args) throws IOException {
        System.out.print(ArchiveTable.measure(Path.of(args[0])));
    }
}
