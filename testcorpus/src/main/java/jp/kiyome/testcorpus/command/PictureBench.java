package jp.kiyome.testcorpus.command;

import java.io.IOException;
import java.nio.file.Path;
import jp.kiyome.testcorpus.bench.PictureTable;

/** {@code PictureBench DIR}: how fast the pictures of a folder are rebuilt, beside their bounds. */
public final class PictureBench {

    private PictureBench() {}

    public static void main(String[] args) throws IOException {
        System.out.print(PictureTable.measure(Path.of(args[0])));
    }
}
