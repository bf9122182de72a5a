package jp.kiyome.testcorpus.command;

import java.io.IOException;
import java.nio.file.Path;
import jp.kiyome.testcorpus.bench.SpeedTable;

/** Prints the speed of the engine over a folder of office files, beside its lower bound. */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: Bench FOLDER");
            System.exit(64);
        }
        System.out.print(SpeedTable.measure(Path.of(args[0])).text());
    }
}
