package jp.kiyome.testcorpus.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.kiyome.testcorpus.run.Runner;
import org.jspecify.annotations.Nullable;

/**
 * Sends every file of a folder with a {@code manifest.tsv} through the engine and checks what the project promises of it.
 * Prints a table by type and every exception; ends with 1 when a promise is broken.
 */
public final class CorpusCheck {

    private static final double REBUILT_OF_BENIGN = 0.98;

    private CorpusCheck() {}

    public static void main(String[] args) throws IOException {
        String under = option(args, "--under").orElse("");
        Optional<String> out = option(args, "--out");
        if (args.length == 0 || args[0].startsWith("--")) {
            System.err.println("usage: CorpusCheck DIR [--under FOLDER] [--out DIR] [--benign] [--rebuilt PERCENT]");
            System.exit(64);
        }
        List<CorpusFile> files = CorpusFile.manifest(Path.of(args[0])).stream()
                .filter(f -> f.name().startsWith(under))
                .filter(f -> f.benign() || !List.of(args).contains("--benign"))
                .toList();
        double share = option(args, "--rebuilt")
                .map(Double::parseDouble)
                .map(p -> p / 100)
                .orElse(REBUILT_OF_BENIGN);
        boolean kept = check(files, out.map(Path::of).orElse(null), share);
        System.exit(kept ? 0 : 1);
    }

    private static boolean check(List<CorpusFile> files, @Nullable Path out, double share) throws IOException {
        Runner runner = Runner.withDefaults();
        CorpusTable table = new CorpusTable();
        for (CorpusFile file : files) {
            CorpusResult result = CorpusResult.of(file, runner);
            table.add(result);
            if (out != null && result.run().rebuilt()) {
                Path target = out.resolve(file.name());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.write(target, result.run().output());
            }
        }
        System.out.print(table.text());
        System.out.println();
        table.exceptions().forEach(System.out::println);
        boolean enough = table.rebuiltOfBenign() >= share;
        System.out.printf(
                "%nbenign files of supported types rebuilt: %.1f %% (at least %.0f %% promised)%n",
                100 * table.rebuiltOfBenign(), 100 * share);
        System.out.println(table.violations() + " broken promises");
        return enough && table.violations() == 0;
    }

    private static Optional<String> option(String[] args, String name) {
        for (int i = 1; i < args.length - 1; i++) {
            if (args[i].equals(name)) {
                return Optional.of(args[i + 1]);
            }
        }
        return Optional.empty();
    }
}
