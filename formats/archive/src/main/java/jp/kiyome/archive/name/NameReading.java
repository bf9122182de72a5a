package jp.kiyome.archive.name;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of an archive as text.
 *
 * @param names in the order of the archive
 * @param charset that most of them came in, UTF-8 where all are ASCII
 */
public record NameReading(List<ReadName> names, Charset charset) {

    /**
     * A name as text.
     *
     * @param text as Japanese programs show it
     * @param differs whether other programs show another
     */
    public record ReadName(String text, boolean differs) {}

    public NameReading {
        names = List.copyOf(names);
    }

    /** Reads all names together: one charset for those that do not say theirs. */
    public static NameReading of(List<RawName> raw) {
        List<byte[]> unsaid = raw.stream()
                .filter(name -> !name.ascii() && said(name).isEmpty())
                .map(RawName::bytes)
                .toList();
        Charset guessed = NameCharset.of(unsaid);
        List<ReadName> names = new ArrayList<>(raw.size());
        boolean someSaid = false;
        for (RawName name : raw) {
            someSaid |= !name.ascii() && said(name).isPresent();
            String text = said(name)
                    .or(() -> NameCharset.decoded(name.bytes(), guessed))
                    .orElseThrow();
            String shown = name.second().orElse(text);
            names.add(new ReadName(shown, !shown.equals(text)));
        }
        return new NameReading(names, someSaid || unsaid.isEmpty() ? StandardCharsets.UTF_8 : guessed);
    }

    /** The text by the charset that the archive says, unless its bytes are not in it. */
    private static Optional<String> said(RawName name) {
        return name.said().flatMap(charset -> NameCharset.decoded(name.bytes(), charset));
    }

    /** The charset to write names in: windows-31j where they came in it and fit, else UTF-8. */
    public Charset toWrite(List<String> paths) {
        boolean fits = charset.equals(NameCharset.CP932)
                && paths.stream().allMatch(path -> NameCharset.holds(NameCharset.CP932, path));
        return fits ? NameCharset.CP932 : StandardCharsets.UTF_8;
    }
}
