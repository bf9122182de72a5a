package jp.kiyome.message.keep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.core.text.Table;
import jp.kiyome.message.child.Told;
import jp.kiyome.message.mime.Field;
import jp.kiyome.message.mime.MimePart;
import jp.kiyome.message.write.HeaderLine;
import jp.kiyome.message.write.Parameters;

/** The fields that describe a part (RFC 2045 §7 and §8, RFC 2183), written anew. Not thread-safe. */
final class PartHeader {

    private static final Pattern CID = Pattern.compile("<[A-Za-z0-9!#$%&*+/=?^_{|}~@.:-]{1,200}>");
    private static final List<List<String>> PARAMETERS = Table.of(
                    Objects.requireNonNull(PartHeader.class.getResource("parameters.tsv")))
            .rows();

    /** What is read elsewhere, or follows from what is written. */
    private static final Set<String> USED = Set.of(
            "content-type",
            "content-transfer-encoding",
            "content-disposition",
            "content-id",
            "content-description",
            "mime-version");

    private static final Set<String> USED_PARAMETERS = Set.of(
            "charset",
            "name",
            "boundary",
            "type",
            "start",
            "format",
            "delsp",
            "method",
            "report-type",
            "protocol",
            "micalg",
            "smime-type");

    /** RFC 2045 §5: types that files without one of their own are given. */
    private static final Set<String> PICTURES = Set.of("image", "application/octet-stream");

    private final Told told;
    private final Set<String> ids = new HashSet<>();

    PartHeader(Told told) {
        this.told = told;
    }

    /** What of the type's parameters is carried over. */
    List<String> parameters(MimePart part, String type) {
        List<String> kept = new ArrayList<>();
        for (List<String> row : PARAMETERS) {
            if (row.get(0).equals(type)) {
                part.type()
                        .parameter(row.get(1))
                        .map(Ascii::lower)
                        .filter(Set.of(row.get(3).split("\\|", -1))::contains)
                        .ifPresent(value -> kept.add(row.get(1) + "=" + value));
            }
        }
        return kept;
    }

    /** Tells of parameters and fields of a part that have no place in the new one. */
    void tellLost(MimePart part) {
        part.type().parameters().names().stream()
                .filter(name -> !USED_PARAMETERS.contains(name))
                .forEach(name -> told.removed("message.parameter", part.path(), name));
        part.disposition().parameters().names().stream()
                .filter(name -> !name.equals("filename") && !name.equals("name"))
                .forEach(name -> told.removed("message.parameter", part.path(), name));
        boolean inner = !part.path().isEmpty();
        if (inner) {
            part.header().junk().forEach(line -> told.removed("message.header-junk", part.path(), line));
        }
        part.header().fields().stream()
                .map(Field::key)
                .filter(key -> (inner || HeaderKeeper.isMime(key)) && !USED.contains(key))
                .forEach(key -> lost(part, key));
    }

    private void lost(MimePart part, String key) {
        if (key.equals("content-location") && isNamedByAddress(part)) {
            told.changed("message.content-location", part.path(), "");
        } else {
            told.removed("message.header", part.path(), key);
        }
    }

    /** Whether a page may show it: a file, or what is said to be a picture, with an identifier or an address. */
    static boolean mayBeShown(MimePart part) {
        return part instanceof MimePart.Leaf leaf
                && (PICTURES.contains(leaf.type().type())
                        || PICTURES.contains(leaf.type().toString()))
                && (identified(leaf) || leaf.header().first("content-location").isPresent());
    }

    private static boolean identified(MimePart part) {
        return part.header()
                .first("content-id")
                .filter(f -> !f.value().isEmpty())
                .isPresent();
    }

    /** Pages know it by its address, so it gets an identifier. */
    private static boolean isNamedByAddress(MimePart part) {
        return mayBeShown(part) && !part.path().isEmpty();
    }

    /** The Content-ID of a part that is to be written, without angle brackets. */
    static Optional<String> identifier(List<HeaderLine> header) {
        return header.stream()
                .filter(line -> line.name().equals("Content-ID"))
                .map(line -> line.value().substring(1, line.value().length() - 1))
                .findFirst();
    }

    /** Content-Disposition, where there is one to be written. */
    Optional<HeaderLine> disposition(MimePart part, Optional<String> name) {
        if (!part.disposition().said() && name.isEmpty()) {
            return Optional.empty();
        }
        boolean attachment = part.disposition().attachment()
                || !part.disposition().said() && !part.type().type().equals("image");
        return Optional.of(Parameters.field(
                "Content-Disposition",
                attachment ? "attachment" : "inline",
                name.map(Parameters::fileName).orElse(List.of())));
    }

    /** Content-ID and Content-Description. An identifier that stands twice, or that no link can name, is gone. */
    List<HeaderLine> description(MimePart part) {
        List<HeaderLine> lines = new ArrayList<>();
        part.header().single("content-id").filter(f -> !f.value().isEmpty()).ifPresent(field -> {
            String id = field.value().startsWith("<") ? field.value() : "<" + field.value() + ">";
            if (CID.matcher(id).matches() && ids.add(id)) {
                lines.add(new HeaderLine("Content-ID", id));
            } else {
                told.removed("message.content-id", part.path(), field.value());
            }
        });
        if (lines.isEmpty() && !identified(part) && isNamedByAddress(part)) {
            String id = "<part-" + part.path() + "@kiyome.invalid>";
            if (ids.add(id)) {
                lines.add(new HeaderLine("Content-ID", id));
            }
        }
        part.header()
                .first("content-description")
                .filter(f -> !f.value().isEmpty())
                .flatMap(f -> new HeaderKeeper(told, part.path()).text("Content-Description", f.value()))
                .ifPresent(lines::add);
        return lines;
    }
}
