package jp.kiyome.office.field;

public final class FieldGrammar {
    public static FieldGrammar word() {
        return new FieldGrammar();
    }

    public FieldVerdict judge(CharSequence s) {
        String t = s.toString().strip();
        return t.matches(
                        "(?i)(PAGE|NUMPAGES|TOC|PAGEREF|REF|SEQ|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|DATE|TIME|STYLEREF|TITLE|AUTHOR|FILENAME|EQ|SYMBOL)\\b.*")
                ? new FieldVerdict.Allowed(t)
                : new FieldVerdict.Refused(t);
    }
}
