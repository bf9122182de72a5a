package jp.kiyome.office.record;

import java.util.List;

/** What becomes of the records of one type. */
public sealed interface RecordRule {

    String name();

    /** It goes, and is told under this code. */
    record Drop(String name, String code) implements RecordRule {}

    /** It holds these others, by name. */
    record Container(String name, Values instances, List<String> children) implements RecordRule {

        public Container {
            children = List.copyOf(children);
        }
    }

    /** It is read by its layout. */
    record Atom(String name, int version, Values instances, Layout layout) implements RecordRule {}

    /** Code reads it. */
    record Coded(String name, Values instances, String codec) implements RecordRule {}
}
