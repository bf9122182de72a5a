package jp.kiyome.mail.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rules together have done with a mail. Immutable.
 *
 * @param end the strictest that any of them says
 * @param why names of the rules that say so
 * @param text of a rejection; may be empty
 * @param dropped hashes of the files that do not come out
 * @param warnings for the beginning of its text
 * @param tags for its subject
 * @param tellAdministrator names of the rules that want it
 * @param tellRecipient likewise
 * @param asked every rule that was asked, in order
 */
public record Decision(
        End end,
        List<String> why,
        String text,
        Set<String> dropped,
        List<String> warnings,
        List<String> tags,
        boolean stripsLinks,
        boolean forwards,
        List<String> tellAdministrator,
        List<String> tellRecipient,
        List<RuleVerdict> asked) {

    /** What the reason of an item begins with that rules have put away and nobody is to be offered. */
    public static final String DISCARDED = "discarded: ";

    /** Where a mail goes, the mildest first. */
    public enum End {
        DELIVER,
        HOLD,
        DISCARD,
        REJECT
    }

    public Decision {
        why = List.copyOf(why);
        dropped = Set.copyOf(dropped);
        warnings = List.copyOf(warnings);
        tags = List.copyOf(tags);
        tellAdministrator = List.copyOf(tellAdministrator);
        tellRecipient = List.copyOf(tellRecipient);
        asked = List.copyOf(asked);
    }

    /** Whether the mail has to be built another way than it was. */
    public boolean changes() {
        return !dropped.isEmpty() || !warnings.isEmpty() || !tags.isEmpty() || stripsLinks;
    }

    /** The same with what rules have wanted done with the mail before. */
    public Decision alsoChanging(Set<String> drops, List<String> warns, List<String> marks, boolean strips) {
        return new Decision(
                end,
                why,
                text,
                union(drops, dropped),
                new ArrayList<>(union(warns, warnings)),
                new ArrayList<>(union(marks, tags)),
                stripsLinks || strips,
                forwards,
                tellAdministrator,
                tellRecipient,
                asked);
    }

    private static Set<String> union(Collection<String> one, Collection<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }

    /** Nothing is done. */
    public static Decision nothing() {
        return new Sum().decision(List.of());
    }

    static Decision of(List<RuleVerdict> asked, Facts facts) {
        Sum sum = new Sum();
        for (RuleVerdict verdict : asked) {
            verdict.actions().forEach(action -> sum.add(verdict.rule().name(), action, facts));
        }
        return sum.decision(asked);
    }

    private static final class Sum {

        private End end = End.DELIVER;
        private final Set<String> why = new LinkedHashSet<>();
        private String text = "";
        private final Set<String> dropped = new LinkedHashSet<>();
        private final Set<String> warnings = new LinkedHashSet<>();
        private final Set<String> tags = new LinkedHashSet<>();
        private boolean strips;
        private boolean forwards;
        private final Set<String> administrator = new LinkedHashSet<>();
        private final Set<String> recipient = new LinkedHashSet<>();

        private void add(String rule, RuleAction action, Facts facts) {
            switch (action) {
                case RuleAction.Deliver deliver -> ends(rule, End.DELIVER, "");
                case RuleAction.Hold hold -> ends(rule, End.HOLD, "");
                case RuleAction.Discard discard -> ends(rule, End.DISCARD, "");
                case RuleAction.Reject reject -> ends(rule, End.REJECT, reject.text());
                case RuleAction.Drop drop ->
                    Part.in(facts.report()).stream()
                            .filter(drop.which()::is)
                            .forEach(part -> dropped.add(part.sha256()));
                case RuleAction.Warn warn -> warnings.add(warn.text());
                case RuleAction.Tag tag -> tags.add(tag.text());
                case RuleAction.StripLinks strip -> strips = true;
                case RuleAction.NotifyAdministrator notify -> administrator.add(rule);
                case RuleAction.NotifyRecipient notify -> recipient.add(rule);
                case RuleAction.ForwardOriginal forward -> forwards = true;
            }
        }

        /** The strictest wins, and says why. */
        private void ends(String rule, End how, String words) {
            if (how.compareTo(end) > 0) {
                end = how;
                why.clear();
                text = words;
            }
            if (how == end) {
                why.add(rule);
            }
        }

        private Decision decision(List<RuleVerdict> asked) {
            return new Decision(
                    end,
                    new ArrayList<>(why),
                    text,
                    dropped,
                    new ArrayList<>(warnings),
                    new ArrayList<>(tags),
                    strips,
                    forwards,
                    new ArrayList<>(administrator),
                    new ArrayList<>(recipient),
                    asked);
        }
    }
}
