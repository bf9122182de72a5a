package jp.kiyome.bridge.hashlist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.report.Digest;

/**
 * The lists in force: both files as they were read together. A file that is changed is read again before the next question; when
 * it cannot be, the lists read before stay in force, whole, and that is told. Threads may share it.
 */
final class HashLists {

    private final Path block;
    private final Path allow;
    private final Consumer<Set<String>> newlyBlocked;
    private volatile State state = new State("", Optional.empty(), Optional.empty());

    /**
     * @param stamp what the files looked like when they were read last
     * @param lists in force; empty while they could never be read
     * @param problem of the last reading
     */
    record State(String stamp, Optional<Lists> lists, Optional<String> problem) {}

    /** @param version changes with every entry */
    record Lists(HashListFile blocked, HashListFile allowed, String version) {}

    /** @param newlyBlocked told the hashes that a reading added to the list of blocked ones, but for the first reading */
    HashLists(Path block, Path allow, Consumer<Set<String>> newlyBlocked) {
        this.block = block;
        this.allow = allow;
        this.newlyBlocked = newlyBlocked;
    }

    State now() {
        String stamp = stamp(block) + " " + stamp(allow);
        State current = state;
        return stamp.equals(current.stamp()) ? current : readAgain();
    }

    private synchronized State readAgain() {
        String stamp = stamp(block) + " " + stamp(allow);
        State before = state;
        if (stamp.equals(before.stamp())) {
            return before;
        }
        State after;
        try {
            after = new State(stamp, Optional.of(read()), Optional.empty());
        } catch (IOException | HashListInvalid e) {
            after = new State(stamp, before.lists(), Optional.of(e.toString()));
        }
        state = after;
        Set<String> added = added(before, after);
        if (!added.isEmpty()) {
            newlyBlocked.accept(added);
        }
        return after;
    }

    private Lists read() throws IOException {
        byte[] blockBytes = bytes(block);
        byte[] allowBytes = bytes(allow);
        String version = Digest.of(HeapContent.of(blockBytes)).sha256().substring(0, 16) + "/"
                + Digest.of(HeapContent.of(allowBytes)).sha256().substring(0, 16);
        return new Lists(HashListFile.read(blockBytes), HashListFile.read(allowBytes), version);
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > HashListFile.MOST_BYTES) {
            throw new IOException("too large: " + file);
        }
        return Files.readAllBytes(file);
    }

    private static Set<String> added(State before, State after) {
        Set<String> added = new TreeSet<>();
        before.lists().ifPresent(old -> after.lists().ifPresent(read -> {
            added.addAll(read.blocked().names().keySet());
            added.removeAll(old.blocked().names().keySet());
        }));
        return added;
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return seen.lastModifiedTime() + "," + seen.size() + "," + seen.fileKey();
        } catch (IOException e) {
            return "missing";
        }
    }
}
