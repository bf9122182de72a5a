package jp.kiyome.testcorpus.ooxml;

/** Content types. */
final class Types {

    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    static final String SLIDE = "application/vnd.openxmlformats-officedocument.presentationml.";
    static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    static final String DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml";
    static final String XLSM = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    static final String PPTM = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml";
    static final String VBA = "application/vnd.ms-office.vbaProject";

    private Types() {}
}
