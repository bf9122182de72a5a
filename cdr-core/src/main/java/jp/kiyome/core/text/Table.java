package jp.kiyome.core.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A resource of ours with a line a row and tabs between columns. The first line names the columns; empty lines and lines
 * that start with {@code #} are for the reader.
 *
 * @param rows every row with as many fields as there are columns, none of them empty
 */
public record Table(List<List<String>> rows) {

    public Table {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a resource.
     *
     * @throws IllegalStateException for a row that has not as many filled fields as the first line names columns
     */
    public static Table of(URL resource) {
        try (InputStream in = resource.openStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return read(lines, resource.getPath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static Table read(BufferedReader lines, String name) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        int columns = 0;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> fields = fields(line);
            if (columns == 0) {
                columns = fields.size();
            } else if (fields.size() != columns || fields.stream().anyMatch(String::isBlank)) {
                throw new IllegalStateException(name + ":" + number + ": not " + columns + " filled fields");
            } else {
                rows.add(fields);
            }
        }
        return new Table(rows);
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
            fields.add(line.substring(start, tab));
            start = tab + 1;
        }
        fields.add(line.substring(start));
        return List.copyOf(fields);
    }
}
