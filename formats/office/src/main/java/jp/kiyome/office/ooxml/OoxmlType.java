package jp.kiyome.office.ooxml;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.type.FileType;

/**
 * A type of Office Open XML file, told apart by the content type of its main part (ECMA-376-1 §11.3.10, §12.3.23, §13.3.6;
 * macro-enabled ones: [MS-OFFMACRO2]).
 *
 * @param fileType how the engine calls it
 * @param mainContentType the content type of the main part
 * @param mainKind the main part's kind in {@code parts.allow}
 * @param folder the folder of the main part
 */
record OoxmlType(FileType fileType, String mainContentType, String mainKind, String folder) {

    private static final String STANDARD = "application/vnd.openxmlformats-officedocument.";
    private static final String MICROSOFT = "application/vnd.ms-";

    static final List<OoxmlType> SUPPORTED = List.of(
            word("docx", STANDARD + "wordprocessingml.document"),
            word("dotx", STANDARD + "wordprocessingml.template"),
            word("docm", MICROSOFT + "word.document.macroEnabled"),
            word("dotm", MICROSOFT + "word.template.macroEnabledTemplate"),
            sheet("xlsx", STANDARD + "spreadsheetml.sheet"),
            sheet("xltx", STANDARD + "spreadsheetml.template"),
            sheet("xlsm", MICROSOFT + "excel.sheet.macroEnabled"),
            sheet("xltm", MICROSOFT + "excel.template.macroEnabled"),
            new OoxmlType(
                    FileType.of("xlsb", MICROSOFT + "excel.sheet.binary.macroEnabled.12", "xlsb"),
                    MICROSOFT + "excel.sheet.binary.macroEnabled.main",
                    "binary-workbook",
                    "xl"),
            slides("pptx", STANDARD + "presentationml.presentation"),
            slides("potx", STANDARD + "presentationml.template"),
            slides("ppsx", STANDARD + "presentationml.slideshow"),
            slides("pptm", MICROSOFT + "powerpoint.presentation.macroEnabled"),
            slides("potm", MICROSOFT + "powerpoint.template.macroEnabled"),
            slides("ppsm", MICROSOFT + "powerpoint.slideshow.macroEnabled"));

    /** Relatives that are told apart and blocked: their main parts are programs. */
    static final List<OoxmlType> UNSUPPORTED = List.of(
            sheet("xlam", MICROSOFT + "excel.addin.macroEnabled"),
            slides("ppam", MICROSOFT + "powerpoint.addin.macroEnabled"));

    static List<FileType> supportedTypes() {
        return SUPPORTED.stream().map(OoxmlType::fileType).toList();
    }

    static List<FileType> unsupportedTypes() {
        return UNSUPPORTED.stream().map(OoxmlType::fileType).toList();
    }

    static OoxmlType of(FileType type) {
        return SUPPORTED.stream()
                .filter(t -> t.fileType.equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** The type whose main part has this content type. */
    static Optional<OoxmlType> ofMainPart(String contentType) {
        return SUPPORTED.stream()
                .filter(t -> t.mainContentType.equalsIgnoreCase(contentType))
                .findFirst()
                .or(() -> UNSUPPORTED.stream()
                        .filter(t -> t.mainContentType.equalsIgnoreCase(contentType))
                        .findFirst());
    }

    private static OoxmlType word(String id, String base) {
        return of(id, base, "document", "word");
    }

    private static OoxmlType sheet(String id, String base) {
        return of(id, base, "workbook", "xl");
    }

    private static OoxmlType slides(String id, String base) {
        return of(id, base, "presentation", "ppt");
    }

    private static OoxmlType of(String id, String base, String mainKind, String folder) {
        boolean standard = base.startsWith(STANDARD);
        String mediaType = standard ? base : base + ".12";
        return new OoxmlType(FileType.of(id, mediaType, id), base + ".main+xml", mainKind, folder);
    }
}
