package jp.kiyome.approval.page;

/**
 * A waiting request in a list.
 *
 * @param seal of what was shown
 * @param type id of the item's type; empty when unknown
 * @param step which of how many; empty where there is but one
 * @param deadline empty without one
 * @param overdue whether it has passed once
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
        String type,
        String step,
        String deadline,
        boolean overdue) {

    /** What the form sends back when it is chosen. */
    public String choice() {
        return id + "/" + seal;
    }
}
