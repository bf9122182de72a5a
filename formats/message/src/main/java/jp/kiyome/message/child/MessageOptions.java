package jp.kiyome.message.child;

import java.util.List;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.PolicyOption;

/** What a policy chooses for messages. */
public final class MessageOptions {

    /** In which charset texts are written; {@code as-input}: ISO-2022-JP where the text was in it and fits, else UTF-8. */
    public static final PolicyOption CHARSET = PolicyOption.of("message.charset", "as-input", "utf-8", "iso-2022-jp");

    /** Whether the way a message took is kept. */
    public static final PolicyOption RECEIVED = PolicyOption.of("message.received", "keep", "remove");

    /** Whether what is refused leaves a notice in its place, or takes the message with it. */
    public static final PolicyOption REFUSED = PolicyOption.of("message.refused-part", "notice", "block");

    /** What an Outlook item comes back as. */
    public static final PolicyOption MSG = PolicyOption.of("message.msg", "msg", "eml");

    /** What a TNEF file that stands alone comes back as. */
    public static final PolicyOption TNEF = PolicyOption.of("message.tnef", "tnef", "eml");

    public static final List<PolicyOption> ALL = List.of(CHARSET, RECEIVED, REFUSED, MSG, TNEF);

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
