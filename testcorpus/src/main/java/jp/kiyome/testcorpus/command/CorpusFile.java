package jp.kiyome.testcorpus.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a {@code manifest.tsv}: file, kind, bytes, sha256, note.
 *
 * @param name path below the folder
 * @param path where it is
 * @param benign whether it is labelled so
 * @param note what it holds
 */
record CorpusFile(String name, Path path, boolean benign, String note) {

    private static final Pattern PASSWORD = Pattern.compile("password protected: ([^;\\s]+)");

    static List<CorpusFile> manifest(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("manifest.tsv")).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t", 5))
                .map(f -> new CorpusFile(f[0], folder.resolve(f[0]), f[1].equals("benign"), f.length > 4 ? f[4] : ""))
                .toList();
    }

    String type() {
        String file = path.getFileName().toString();
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password that the note gives; none when it is unknown or there is none. */
    String[] passwords() {
        Matcher password = PASSWORD.matcher(note);
        return password.find() && !password.group(1).equals("unknown")
                ? new String[] {password.group(1)}
                : new String[0];
    }

    /** Whether nobody can open it. */
    boolean lockedForGood() {
        return note.contains("password protected: unknown");
    }
}
