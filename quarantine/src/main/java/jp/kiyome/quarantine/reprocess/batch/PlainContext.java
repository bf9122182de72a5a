package jp.kiyome.quarantine.reprocess.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.repository.ExecutionContextSerializer;

/**
 * Writes what a step remembers as lines of name, type and value. What Spring Batch would do by itself, Java's serialization, makes
 * objects of whatever stands in the database.
 */
final class PlainContext implements ExecutionContextSerializer {

    private static final String LONG = "long";
    private static final String TEXT = "text";

    @Override
    public void serialize(Map<String, Object> context, OutputStream out) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Object> entry : new TreeMap<>(context).entrySet()) {
            String type =
                    switch (entry.getValue()) {
                        case Long number -> LONG;
                        case Integer number -> LONG;
                        case String text -> TEXT;
                        default ->
                            throw new IOException("a step remembers a "
                                    + entry.getValue().getClass().getName());
                    };
            String line = entry.getKey() + "\t" + type + "\t" + entry.getValue();
            if (line.contains("\n") || line.chars().filter(one -> one == '\t').count() != 2) {
                throw new IOException("a step remembers more than a line: " + entry.getKey());
            }
            lines.append(line).append('\n');
        }
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, Object> deserialize(InputStream in) throws IOException {
        Map<String, Object> context = new TreeMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split("\t", -1);
            if (words.length != 3) {
                throw new IOException("not what a step remembers");
            }
            switch (words[1]) {
                case LONG -> context.put(words[0], Long.valueOf(words[2]));
                case TEXT -> context.put(words[0], words[2]);
                default -> throw new IOException("not what a step remembers");
            }
        }
        return context;
    }
}
