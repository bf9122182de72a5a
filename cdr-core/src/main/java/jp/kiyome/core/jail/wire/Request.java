package jp.kiyome.core.jail.wire;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.notice.Label;
import jp.kiyome.core.policy.Policy;

/** What a worker is asked. The bytes to work on stand in the file it was given at its start. */
public sealed interface Request {

    /** Chosen by the one who asks; the answer repeats it. */
    long id();

    /**
     * Rebuild the file and leave the output in the file for outputs.
     *
     * @param name of the file
     * @param size of the file in bytes
     * @param label to be written on the output
     * @param excerpted whether it is asked what the file says
     * @param refused hashes of files inside it that are not to come out
     */
    record Rebuild(
            long id,
            String name,
            long size,
            List<String> passwords,
            Optional<Label> label,
            boolean excerpted,
            Set<String> refused,
            Policy policy)
            implements Request {}

    /**
     * Verify an output that another worker wrote.
     *
     * @param typeId of the output
     * @param name by which the output goes
     * @param size of the output in bytes
     */
    record Verify(long id, String typeId, String name, long size, List<String> passwords, Policy policy)
            implements Request {}

    /** Give up what is being worked on, and answer. */
    record Stop(long id) implements Request {}
}
