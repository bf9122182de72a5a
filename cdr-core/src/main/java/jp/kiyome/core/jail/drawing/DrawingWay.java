package jp.kiyome.core.jail.drawing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Table;

/**
 * How documents of a type become pictures: {@code drawing.tsv} beside this class.
 *
 * @param extension by which programs know the type
 */
public record DrawingWay(String extension, Kind kind) {

    private static final Map<String, DrawingWay> WAYS = read();

    /** Through which programs. */
    public enum Kind {
        /** A picture that browsers show: none. */
        PICTURE,
        PDF,
        /** Made a PDF file first. */
        OFFICE;

        public Set<DrawingProgram> programs() {
            return switch (this) {
                case PICTURE -> Set.of();
                case PDF -> Set.of(DrawingProgram.PDFTOPPM);
                case OFFICE -> Set.of(DrawingProgram.SOFFICE, DrawingProgram.PDFTOPPM);
            };
        }
    }

    private static Map<String, DrawingWay> read() {
        Map<String, DrawingWay> ways = new HashMap<>();
        for (List<String> row : Table.of(Objects.requireNonNull(DrawingWay.class.getResource("drawing.tsv")))
                .rows()) {
            Kind kind =
                    switch (row.get(2)) {
                        case "picture" -> Kind.PICTURE;
                        case "pdf" -> Kind.PDF;
                        case "office" -> Kind.OFFICE;
                        default -> throw new IllegalStateException(row.toString());
                    };
            ways.put(row.get(0), new DrawingWay(row.get(1), kind));
        }
        return Map.copyOf(ways);
    }

    /**
     * The way of a type, if it has one.
     *
     * @param type the id of a type, as in {@link jp.kiyome.core.type.FileType#id}
     */
    public static Optional<DrawingWay> of(String type) {
        return Optional.ofNullable(WAYS.get(type));
    }
}
