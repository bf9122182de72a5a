package jp.kiyome.testcorpus.ooxml;

/** Relationship types. */
final class Rel {

    static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/";
    static final String MS_2006 = "http://schemas.microsoft.com/office/2006/relationships/";
    static final String MS_2007 = "http://schemas.microsoft.com/office/2007/relationships/";
    static final String MS_2011 = "http://schemas.microsoft.com/office/2011/relationships/";
    static final String MS_2017 = "http://schemas.microsoft.com/office/2017/10/relationships/";

    private Rel() {}

    /** One of the types below the officeDocument base, such as {@code hyperlink}. */
    static String office(String name) {
        return Ns.R + "/" + name;
    }
}
