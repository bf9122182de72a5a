package jp.kiyome.testcorpus.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.kiyome.testcorpus.Samples;
import jp.kiyome.testcorpus.sample.Sample;

/** Writes samples into a folder: {@code WriteSamples DIR} those that the repository holds, {@code WriteSamples DIR all} every one. */
public final class WriteSamples {

    private WriteSamples() {}

    public static void main(String[] args) throws IOException {
        boolean all = args.length == 2 && args[1].equals("all");
        if (args.length != 1 && !all) {
            System.err.println("usage: WriteSamples DIR [all]");
            System.exit(64);
        }
        List<Sample> samples = all ? Samples.all() : Samples.checkedIn();
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Sample sample : samples) {
            Files.write(folder.resolve(sample.fileName()), sample.bytes().get());
        }
        System.out.println(samples.size() + " samples written to " + folder);
    }
}
