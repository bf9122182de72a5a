package jp.kiyome.core.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.notice.Labelling;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.type.FileType;

/**
 * What a handler works with while it rebuilds (or verifies) one file: policy and budget to obey, a place for findings, and
 * the way for nested files.
 *
 * <p>Not thread-safe: one file, one thread.
 */
public interface Session {

    /** For {@link #child}: any type may stand at a place whose name nobody sees. */
    Set<String> ANY_PART = Set.of("*");

    Policy policy();

    /** What this file is called, as it came; the bytes decide what it is, not this. Empty where nobody knows. */
    default String name() {
        return "";
    }

    /** Shared with the files around and inside this one. */
    Budget budget();

    /** Takes a finding into the report of this file. While an output is verified any finding is a failure. */
    void found(Finding finding);

    /**
     * Says what people should know of this file should it not come out, such as the title it has: it stands in the report of a file that
     * was refused, and in no other.
     */
    default void aside(Finding finding) {}

    /**
     * Sends a nested file the whole way: detection, policy, rebuild. While an output is verified, the nested file must be
     * what this engine writes, and comes back as it is.
     *
     * @param name as the outer file calls it
     * @param expected type ids that may stand at this place; empty for any that the policy allows. Where the place says
     *     the type, the name is one that nobody sees, and is not judged as a file's name is
     */
    Nested child(String name, Content content, Set<String> expected);

    /** The same for a file that may name what stands around it. */
    default Nested child(String name, Content content, Set<String> expected, Surroundings around) {
        return child(name, content, expected);
    }

    /** What stands around this file and may be named in it. */
    default Surroundings around() {
        return Surroundings.NONE;
    }

    /** A new empty sink for an intermediate result, such as a nested file before it is embedded. */
    Sink scratch();

    /**
     * Says that what this file holds is of another type than the file itself shows, as in a frame that hides it: the output's
     * name gets an extension of that type. Nothing happens while an output is verified.
     */
    default void holds(FileType type) {}

    /**
     * Says that the output is written as another type than the input was: it is verified as one, and its name gets an
     * extension of that type. The handler reports it as a finding. An output never converts.
     *
     * @param to one that a handler rebuilds
     */
    default void converts(FileType to) {
        throw new UnsupportedOperationException("nothing converts here");
    }

    /**
     * Does one piece of the work, as one member of an archive. Whatever was made through the session meanwhile, intermediate
     * results and what nested files gave, is freed when the piece ends; so it must have been written by then.
     */
    default void piece(Consumer<Session> work) {
        work.accept(this);
    }

    /**
     * What is to be written on this file where its format has a place for it, with what was found until now; so it is asked for when
     * everything has been looked at. Empty for files inside another, and while an output is verified: what is written must be
     * something that this handler keeps.
     */
    default Optional<Labelling> labelling() {
        return Optional.empty();
    }

    /** Whether somebody wants to know what this file says. Never of files inside another, nor while an output is verified. */
    default boolean wantsExcerpt() {
        return false;
    }

    /** Tells this file's title, as a mail's subject. */
    default void titled(String title) {}

    /** Tells that a program or a list sent this file, not a person. */
    default void automatic() {}

    /** Tells what this file says, piece by piece, lines ended by LF. */
    default void says(String text) {}

    /**
     * Tells where a link leads that stays in this file.
     *
     * @param address canonical, of the web
     */
    default void leadsTo(String address) {}

    /** Passwords to try, in order. */
    List<String> passwords();
}
