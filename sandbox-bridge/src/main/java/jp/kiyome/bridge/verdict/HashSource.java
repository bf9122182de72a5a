package jp.kiyome.bridge.verdict;

/** A source that can say something of bytes that it is not given. Threads may share it. */
public interface HashSource extends VerdictSource {

    /**
     * What it knows of these bytes; {@link WhyNotScanned#UNLISTED} where it knows nothing.
     *
     * @param sha256 64 lower-case hex digits
     */
    Verdict byHash(String sha256, Deadline deadline);

    /** Whether it answers at once, from what it has in memory. */
    boolean isNear();
}
