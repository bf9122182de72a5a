package jp.kiyome.office.escher;

import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;

/** What a drawing asks of the format it stands in. Called in the order of the file. */
public interface DrawingHost {

    /** Takes a finding about a record or a property of a drawing. */
    void found(String code, Action action, String place, String detail);

    /**
     * Reads a client anchor (0xF010), client data (0xF011) or a client text box (0xF00D).
     *
     * @return empty where it goes; then the host has said why
     */
    Optional<Record> client(RawRecord raw);

    /**
     * A property that only the format can judge: {@code lTxid}, {@code pihlShape}, {@code wzTooltip}. By default it goes and
     * is told.
     *
     * @param number its four bytes, where it is not complex
     * @param complex the bytes behind the properties; empty where it has none
     */
    default Optional<HostValue> property(String name, int number, byte[] complex) {
        found("escher.host-property", Action.REMOVED, name, "");
        return Optional.empty();
    }

    /** Told of a shape that goes before its client records were read, so that what belongs to it can go too. */
    default void dropped(RawRecord shape) {}

    /**
     * A host's value of a property.
     *
     * @param number the four bytes, where {@code complex} is empty
     * @param complex made by the host, never a copy of input
     */
    // Nobody compares two values.
    @SuppressWarnings("ArrayRecordComponent")
    record HostValue(int number, byte[] complex) {}
}
