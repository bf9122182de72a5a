package jp.kiyome.office.odf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kiyome.core.type.FileType;

/**
 * A type of OpenDocument file (OpenDocument 1.3 part 3 appendix C: media types).
 *
 * @param fileType how the engine calls it
 * @param mimetype what the file says it is: the member {@code mimetype}, or {@code office:mimetype} of a flat file
 * @param flat one XML document instead of a package
 */
record OdfType(FileType fileType, String mimetype, boolean flat) {

    private static final String ODF = "application/vnd.oasis.opendocument.";
    private static final String OLD = "application/vnd.sun.xml.";

    static final List<OdfType> SUPPORTED = List.of(
            packed("odt", "text"),
            packed("ott", "text-template"),
            packed("ods", "spreadsheet"),
            packed("ots", "spreadsheet-template"),
            packed("odp", "presentation"),
            packed("otp", "presentation-template"),
            packed("odg", "graphics"),
            packed("otg", "graphics-template"),
            packed("odf", "formula"),
            flat("fodt", "text"),
            flat("fods", "spreadsheet"),
            flat("fodp", "presentation"),
            flat("fodg", "graphics"));

    /** Relatives that are told apart and blocked: databases, master documents of other files, and what came before 2005. */
    static final List<OdfType> UNSUPPORTED = List.of(
            packed("odb", "database"),
            new OdfType(FileType.of("odb-base", ODF + "base", "odb"), ODF + "base", false),
            packed("odm", "text-master"),
            packed("oth", "text-web"),
            packed("odc", "chart"),
            packed("odi", "image"),
            old("sxw", "writer"),
            old("stw", "writer.template"),
            old("sxc", "calc"),
            old("stc", "calc.template"),
            old("sxi", "impress"),
            old("sti", "impress.template"),
            old("sxd", "draw"),
            old("std", "draw.template"),
            old("sxm", "math"),
            old("sxg", "writer.global"));

    /** What an object inside a document may be. */
    private static final List<String> EMBEDDED = List.of(
            ODF + "text", ODF + "spreadsheet", ODF + "presentation", ODF + "graphics", ODF + "chart", ODF + "formula");

    static final String FORMULA = ODF + "formula";

    static List<FileType> supportedTypes() {
        return SUPPORTED.stream().map(OdfType::fileType).toList();
    }

    static List<FileType> unsupportedTypes() {
        return UNSUPPORTED.stream().map(OdfType::fileType).toList();
    }

    static OdfType of(FileType type) {
        return SUPPORTED.stream()
                .filter(t -> t.fileType.equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** The type that says of itself to be this. */
    static Optional<OdfType> saying(String mimetype, boolean flat) {
        return Stream.concat(SUPPORTED.stream(), UNSUPPORTED.stream())
                .filter(t -> t.flat == flat && t.mimetype.equals(mimetype))
                .findFirst();
    }

    /** Whether a flat file, or a document inside one, may say that it is this. */
    static boolean known(String mimetype) {
        return embeddable(mimetype) || saying(mimetype, true).isPresent();
    }

    static boolean embeddable(String mimetype) {
        return EMBEDDED.contains(mimetype);
    }

    /** The roots that the main part of a document of this media type may have. */
    static List<String> contentRoots(String mimetype) {
        List<String> roots = new ArrayList<>(List.of("office:document-content"));
        if (mimetype.equals(FORMULA)) {
            roots.add("math:math");
        }
        return roots;
    }

    private static OdfType packed(String id, String name) {
        return new OdfType(FileType.of(id, ODF + name, id), ODF + name, false);
    }

    private static OdfType flat(String id, String name) {
        return new OdfType(FileType.of(id, ODF + name + "-flat-xml", id), ODF + name, true);
    }

    private static OdfType old(String id, String name) {
        return new OdfType(FileType.of(id, OLD + name, id), OLD + name, false);
    }
}
