package jp.kiyome.core.jail.wire;

import java.util.Optional;
import jp.kiyome.core.limit.Spent;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.text.Excerpt;

/** What a worker says. None of it is true before it was checked. */
public sealed interface Answer {

    /**
     * The first word of a worker: it is ready.
     *
     * @param engineVersion of the classes it runs
     * @param filtered whether it has given up its system calls
     */
    record Hello(String engineVersion, boolean filtered) implements Answer {}

    /**
     * A rebuild is done.
     *
     * @param excerpt what the file says, if that was asked
     * @param last whether the worker wants to be replaced, since something of the file goes on in it
     */
    record Done(long id, Claim claim, Spent spent, Optional<Excerpt> excerpt, boolean last) implements Answer {}

    /**
     * A verification is done.
     *
     * @param fault why the output must not be passed on; empty when it is clean
     */
    record Verified(long id, Optional<Ending> fault) implements Answer {}
}
