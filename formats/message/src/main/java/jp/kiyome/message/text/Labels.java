package jp.kiyome.message.text;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.core.text.Table;

/** What is meant by the labels of charsets in mail: a table of ours, for Java takes several of them for others. Threads may share it. */
public final class Labels {

    private static final Map<String, Codec> ALL = load();

    private Labels() {}

    private static Map<String, Codec> load() {
        Map<String, Codec> all = new HashMap<>();
        for (List<String> row : Table.of(Objects.requireNonNull(Labels.class.getResource("charsets.tsv")))
                .rows()) {
            all.put(row.get(0), codec(row.get(1)));
        }
        return Map.copyOf(all);
    }

    private static Codec codec(String name) {
        for (Encoding encoding : Encoding.values()) {
            if (encoding.label().equals(name)) {
                return new Codec.Core(encoding);
            }
        }
        return new Codec.Platform(Charset.forName(name));
    }

    /** What a label means in any case, with quotes and blanks around it; empty for one that is not in the table. */
    public static Optional<Codec> meaning(String label) {
        String bare = label.strip();
        while (bare.length() > 1 && "\"'".indexOf(bare.charAt(0)) >= 0 && bare.endsWith(bare.substring(0, 1))) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        return Optional.ofNullable(ALL.get(Ascii.lower(bare)));
    }
}
