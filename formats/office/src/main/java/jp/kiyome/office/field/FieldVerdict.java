package jp.kiyome.office.field;

public sealed interface FieldVerdict {
    record Allowed(String text) implements FieldVerdict {}

    record Refused(String what) implements FieldVerdict {}
}
