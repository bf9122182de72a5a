package jp.kiyome.office.xls.ptg;

/** What became of a formula. */
public sealed interface Formula {

    /**
     * It stays.
     *
     * @param tokens rgce, as long as they were
     * @param extra rgcb: what some of the tokens have behind them all
     */
    // Nobody compares two of these.
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(byte[] tokens, byte[] extra) implements Formula {}

    /**
     * It goes, and what it calculated stays.
     *
     * @param code a kind of finding
     */
    record Refused(String code, String detail) implements Formula {}
}
