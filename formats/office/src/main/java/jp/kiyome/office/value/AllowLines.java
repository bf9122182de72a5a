package jp.kiyome.office.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of an allow-list file that stands beside a class, without comments and empty lines. */
public final class AllowLines {

    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private AllowLines() {}

    /**
     * Each line as its words.
     *
     * @param beside the class whose package holds the file
     * @throws IllegalStateException when the file is not there
     */
    public static List<List<String>> of(Class<?> beside, String file) {
        InputStream found = beside.getResourceAsStream(file);
        if (found == null) {
            throw new IllegalStateException("no allow-list " + file);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            List<List<String>> words = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String kept = COMMENT.matcher(line).replaceFirst("").strip();
                if (!kept.isEmpty()) {
                    words.add(List.of(SPACE.split(kept)));
                }
            }
            return List.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
