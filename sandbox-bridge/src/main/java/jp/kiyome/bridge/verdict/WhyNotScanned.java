package jp.kiyome.bridge.verdict;

import java.util.Locale;
import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/** Why there is no verdict. The texts stand in a table beside this class. */
public enum WhyNotScanned {
    /** Larger than the source takes, or with more inside than it unpacks. */
    TOO_LARGE,
    /** No answer before the deadline. */
    TIME_OUT,
    /** The source could not look inside because of a password. */
    ENCRYPTED,
    /** The source cannot be reached, or went away. */
    SOURCE_DOWN,
    /** The source answered that it will not, or could not. */
    REFUSED,
    /** The answer was none that the protocol knows. */
    PROTOCOL,
    /** The source does not speak up about what it must: its other answers mean nothing. */
    UNFIT,
    /** A list of hashes that does not name this one. */
    UNLISTED,
    /** The answer comes later; until then there is none. */
    PENDING,
    /** No source is there for such a thing. */
    NOBODY_ASKED;

    /** As policy files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Bilingual text() {
        return Texts.ALL.text(this);
    }

    private static final class Texts {
        static final Messages<WhyNotScanned> ALL = Messages.of(WhyNotScanned.class);
    }
}
