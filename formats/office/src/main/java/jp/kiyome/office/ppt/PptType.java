package jp.kiyome.office.ppt;

/** Numbers of records that the code itself speaks of ([MS-PPT] 2.13.24). */
final class PptType {

    static final int DOCUMENT = 1000;
    static final int DOCUMENT_ATOM = 1001;
    static final int SLIDE = 1006;
    static final int SLIDE_ATOM = 1007;
    static final int NOTES = 1008;
    static final int NOTES_ATOM = 1009;
    static final int SLIDE_PERSIST = 1011;
    static final int MASTER = 1016;
    static final int OBJECT_LIST = 1033;
    static final int DRAWING_GROUP = 1035;
    static final int DRAWING = 1036;
    static final int DOC_INFO = 2000;
    static final int TEXT_INFO = 1010;
    static final int TEXT_HEADER = 3999;
    static final int TEXT_CHARS = 4000;
    static final int TEXT_BYTES = 4008;
    static final int HANDOUT = 4041;
    static final int CURRENT_USER = 0x0FF6;
    static final int SLIDE_LIST = 4080;
    static final int CLICK = 4082;
    static final int CLICK_RANGE = 4063;
    static final int USER_EDIT = 4085;
    static final int PROG_TAGS = 5000;
    static final int PERSIST_DIRECTORY = 6002;
    static final int ENCRYPTION = 12052;

    private PptType() {}
}
