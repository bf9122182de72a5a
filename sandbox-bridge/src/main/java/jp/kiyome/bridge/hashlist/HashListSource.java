package jp.kiyome.bridge.hashlist;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.HashSource;
import jp.kiyome.bridge.verdict.SourceState;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/**
 * A block list and an allow list of SHA-256. The block list weighs more. A hash in neither is {@link WhyNotScanned#UNLISTED}: a
 * list has looked at nothing.
 */
public final class HashListSource implements HashSource {

    private final String name;
    private final HashLists lists;

    /** Both files must be there; an empty one lists nothing. */
    public HashListSource(String name, Path block, Path allow) {
        this(name, block, allow, added -> {});
    }

    /** @param newlyBlocked told of hashes that came to be blocked while this runs, for those who delivered them */
    public HashListSource(String name, Path block, Path allow, Consumer<Set<String>> newlyBlocked) {
        this.name = name;
        this.lists = new HashLists(block, allow, newlyBlocked);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean takes(Submission submission) {
        return submission instanceof Submission.WithContent;
    }

    @Override
    public Verdict ask(Submission submission, Deadline deadline) {
        return byHash(submission.digest().sha256(), deadline);
    }

    @Override
    public boolean isNear() {
        return true;
    }

    @Override
    public Verdict byHash(String hash, Deadline deadline) {
        HashLists.State state = lists.now();
        if (state.lists().isEmpty()) {
            return Verdict.notScanned(WhyNotScanned.SOURCE_DOWN, state.problem().orElse(""));
        }
        HashLists.Lists now = state.lists().get();
        String blocked = now.blocked().names().get(hash);
        if (blocked != null) {
            return Verdict.threat(blocked.isEmpty() ? "block list" : blocked);
        }
        return now.allowed().names().containsKey(hash)
                ? new Verdict.NothingFound(true)
                : Verdict.notScanned(WhyNotScanned.UNLISTED, "");
    }

    @Override
    public Optional<SourceVersion> version(Deadline deadline) {
        return lists.now().lists().map(HashLists.Lists::version).map(SourceVersion::of);
    }

    @Override
    public SourceState state(Deadline deadline) {
        HashLists.State now = lists.now();
        SourceState.Condition condition =
                now.lists().isEmpty() ? SourceState.Condition.DOWN : SourceState.Condition.READY;
        return new SourceState(
                condition,
                now.lists().map(HashLists.Lists::version).orElse(""),
                Optional.empty(),
                now.problem().map(List::of).orElse(List.of()));
    }

    @Override
    public void close() {}
}
