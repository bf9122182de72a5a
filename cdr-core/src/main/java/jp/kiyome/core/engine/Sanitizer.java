package jp.kiyome.core.engine;

import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Untrusted;

/**
 * Something that files are given to and that gives back how each ended: an {@link Engine} in this process, or workers in a
 * jail. Threads may share it.
 */
public interface Sanitizer {

    /** Never throws for anything that a file can contain. */
    Outcome sanitize(Job job);

    /** Ends a file that nobody could or would read: as <i>blocked</i>, for that reason. */
    Outcome refuseUnread(Untrusted name, Finding reason);
}
