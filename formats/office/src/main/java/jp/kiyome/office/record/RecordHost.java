package jp.kiyome.office.record;

import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.limit.Budget;

/** What a {@link RecordFilter} asks of the format around the records. */
public interface RecordHost {

    Budget budget();

    /** Takes a finding about a record. */
    void found(String code, Action action, String record, String detail);

    /** Hears where a link leads that stays; by default nobody wants to know. */
    default void leadsTo(String address) {}

    /**
     * Reads a record that a layout cannot describe.
     *
     * @param codec as the table names it
     * @return empty where it goes; then the host has said why
     */
    Optional<Record> coded(String codec, RawRecord raw, RecordFilter filter);
}
