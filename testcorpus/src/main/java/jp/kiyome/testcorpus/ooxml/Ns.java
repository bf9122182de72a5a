package jp.kiyome.testcorpus.ooxml;

/** Namespaces and declarations of them. */
final class Ns {

    static final String CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
    static final String PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String P = "http://schemas.openxmlformats.org/presentationml/2006/main";
    static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    static final String C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /** What the root of a part in WordprocessingML declares. */
    static final String IN_WORD = " xmlns:w=\"" + W + "\" xmlns:r=\"" + R + "\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"" + A
            + "\""
            + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
            + " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
            + " xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
            + " xmlns:mc=\"" + MC + "\"";

    static final String IN_SHEET = " xmlns=\"" + X + "\" xmlns:r=\"" + R + "\"";

    static final String IN_SLIDE = " xmlns:p=\"" + P + "\" xmlns:a=\"" + A + "\" xmlns:r=\"" + R + "\"";

    private Ns() {}
}
