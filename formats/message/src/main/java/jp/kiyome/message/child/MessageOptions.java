package jp.kiyome.message.child;

import java.util.List;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.PolicyOption;

/** What a policy chooses for messages. */
public final class MessageOptions {

    /** In which charset texts are written; {@code as-input}: ISO-2022-JP where the text was in it and fits, else UTF-8. */
    public static final PolicyOption CHARSET = PolicyOption.of("message.charset", "as-input", "utf-8", "iso-2022-jp");

    /**
     * What becomes of bodies in HTML: they stay HTML without what acts, become text, or stand as both, the text first. A plain text that the
     * sender put beside gives way to the one made of the page, for nobody knows that both say the same.
     */
    public static final PolicyOption HTML = PolicyOption.of("message.html", "keep", "text", "both");

    /** Whether the way a message took is kept; {@code hide} keeps how many steps it had and when. */
    public static final PolicyOption RECEIVED = PolicyOption.of("message.received", "keep", "hide", "remove");

    /** Whether what is refused leaves a notice in its place, or takes the message with it. */
    public static final PolicyOption REFUSED = PolicyOption.of("message.refused-part", "notice", "block");

    /** Whether addresses of the web in texts can be followed. */
    public static final PolicyOption LINKS = PolicyOption.of("text.links", "keep", "remove");

    /** What an Outlook item comes back as. */
    public static final PolicyOption MSG = PolicyOption.of("message.msg", "msg", "eml");

    /** What a TNEF file that stands alone comes back as. */
    public static final PolicyOption TNEF = PolicyOption.of("message.tnef", "tnef", "eml");

    public static final List<PolicyOption> ALL = List.of(CHARSET, HTML, RECEIVED, REFUSED, LINKS, MSG, TNEF);

    private MessageOptions() {}

    /** Whether ISO-2022-JP is wanted for a text. */
    public static boolean japanese(Policy policy, boolean was) {
        return switch (policy.choice(CHARSET)) {
            case "as-input" -> was;
            case "iso-2022-jp" -> true;
            default -> false;
        };
    }
}
