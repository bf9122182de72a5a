package jp.kiyome.approval.policy;

import java.util.List;

/**
 * A part of an organisation's work with a policy of its own.
 *
 * @param name of the part
 * @param levels the upper first; none where the defaults hold
 */
public record PolicyPart(String name, List<PolicyLevel> levels) {

    public PolicyPart {
        levels = List.copyOf(levels);
    }
}
