package jp.kiyome.testcorpus.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.scan.cad.DxfDump;

/** Tells what a second reader sees otherwise in rebuilt drawings: lines that only the input has, and lines that only the output has. */
public final class DrawingCompare {

    private static final int SHOWN = 300;

    private DrawingCompare() {}

    public static void main(String[] args) throws IOException {
        Path before = Path.of(args[0]);
        Path after = Path.of(args[1]);
        try (Stream<Path> files = Files.list(after)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".dxf")) {
                    compare(before.resolve(file.getFileName()), file);
                }
            }
        }
    }

    private static void compare(Path before, Path after) throws IOException {
        List<String> in = DxfDump.of(Files.readAllBytes(before));
        List<String> out = DxfDump.of(Files.readAllBytes(after));
        TreeMap<String, Integer> balance = new TreeMap<>();
        in.forEach(line -> balance.merge(line, 1, Integer::sum));
        out.forEach(line -> balance.merge(line, -1, Integer::sum));
        balance.values().removeIf(count -> count == 0);
        System.out.printf(
                "%s: %d records before, %d after, %d differ%n",
                after.getFileName(), in.size(), out.size(), balance.size());
        balance.forEach((line, count) -> System.out.println(
                "  " + (count > 0 ? "- " : "+ ") + line.substring(0, Math.min(SHOWN, line.length()))));
    }
}
