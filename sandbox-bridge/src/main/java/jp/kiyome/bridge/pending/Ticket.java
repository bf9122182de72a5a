package jp.kiyome.bridge.pending;

/**
 * A claim to a verdict that comes later.
 *
 * @param source as the policy calls it
 * @param number the source's own name for the work
 * @param sha256 of what was handed in; of an address that of its text
 * @param about what a report must name: the same hash, or the address
 */
public record Ticket(String source, String number, String sha256, String about) {

    /** Whether it is for a web address, and not for bytes. */
    public boolean isForAddress() {
        return !about.equals(sha256);
    }
}
