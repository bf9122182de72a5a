package jp.kiyome.approval.page;

/**
 * A waiting request in a list.
 *
 * @param seal of what was shown
 * @param type id of the item's type; empty when unknown
 */
record QueueLine(
        String id,
        String seal,
        String title,
        String wanted,
        String requester,
        String made,
        String kind,
        String group,
        String type) {

    /** What the form sends back when it is chosen. */
    public String choice() {
        return id + "/" + seal;
    }
}
