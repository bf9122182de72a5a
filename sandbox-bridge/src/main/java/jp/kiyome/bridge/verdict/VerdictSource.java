package jp.kiyome.bridge.verdict;

import java.util.Optional;

/**
 * One program, list or service that judges. Threads may share a source; nothing it is asked throws, except that the caller's
 * own interruption ends an exchange as {@link WhyNotScanned#TIME_OUT}.
 */
public interface VerdictSource extends AutoCloseable {

    /** As the policy calls it. */
    String name();

    /** Whether it can judge such a thing at all; a source that cannot is not asked. */
    boolean takes(Submission submission);

    /** Asks, and waits until the answer or the deadline. */
    Verdict ask(Submission submission, Deadline deadline);

    /**
     * What its verdicts depend on, for example engine and signatures, as it is now: a verdict kept under one version says
     * nothing under another. Empty when it cannot be known; then no verdict is kept.
     */
    Optional<SourceVersion> version(Deadline deadline);

    /** Asks the source about itself, with samples that it must speak up about. */
    SourceState state(Deadline deadline);

    /** Ends connections that wait for work. */
    @Override
    void close();
}
