package jp.kiyome.core.jail.wire;

import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Findings;

/** The most that either side takes from the other. */
final class WireLimits {

    /** Bytes of a frame's body. */
    static final int FRAME = 32 << 20;

    /** Characters of a text that came from a file: more than {@link jp.kiyome.core.finding.Untrusted#SHOWN} points need. */
    static final int DETAIL = 512;

    /** Characters of a name, a password, a key. */
    static final int NAME = 1 << 16;

    /** Characters of a type's id, a media type, a code. */
    static final int SHORT = 256;

    /** Files inside files, in all. */
    static final int FILES = 100_000;

    /** Levels of files inside files. */
    static final int DEPTH = 34;

    /** Findings of one file: the distinct ones, and those past that by kind and action. */
    static final int FINDINGS = Findings.DISTINCT + 500 * Action.values().length;

    /** Findings of all files. */
    static final int FINDINGS_IN_ALL = 200_000;

    /** Files inside another that one job may refuse. */
    static final int REFUSED = 10_000;

    /** Passwords, and lines of a policy. */
    static final int LIST = 100_000;

    private WireLimits() {}
}
