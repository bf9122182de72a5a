package jp.kiyome.bridge.verdict;

/** A source that takes minutes: what is handed in gets a ticket, and the verdict is fetched by it, by any process. */
public interface LaterSource extends VerdictSource {

    /** How a submission stands. */
    sealed interface Progress {}

    /**
     * Not judged yet.
     *
     * @param ticket the source's own name for the work; plain ASCII, short
     */
    record InWork(String ticket) implements Progress {}

    record Ended(Verdict verdict) implements Progress {}

    /** Hands in. */
    Progress submit(Submission submission, Deadline deadline);

    /**
     * Looks after it.
     *
     * @param expected the digest of what was handed in: a report about something else is not taken
     */
    Progress look(String ticket, String expected, Deadline deadline);
}
