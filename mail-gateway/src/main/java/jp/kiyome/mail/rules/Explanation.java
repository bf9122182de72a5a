package jp.kiyome.mail.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.text.Language;

/** Tells people what rules made of a mail: each condition, the fact it looked at, and what is done. What comes from the mail is escaped. */
public final class Explanation {

    private static final String STEP = "  ";

    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private Explanation(Language language) {
        this.language = language;
    }

    /** One line each, without line ends. */
    public static List<String> of(RuleSet rules, Decision decision, Report report, Language language) {
        Explanation told = new Explanation(language);
        if (rules.isEmpty()) {
            told.say("", RuleText.NO_RULES);
        }
        decision.asked().forEach(told::rule);
        rules.rules().stream()
                .skip(decision.asked().size())
                .forEach(rule -> told.say("", RuleText.NOT_ASKED, rule.name()));
        told.decision(decision, report);
        return List.copyOf(told.lines);
    }

    private void say(String before, RuleText text, Object... values) {
        lines.add(before + text.text(values).in(language));
    }

    private void rule(RuleVerdict verdict) {
        String name = verdict.rule().name();
        String actions = verdict.actions().stream().map(RuleAction::toString).collect(Collectors.joining(", "));
        String unknown = verdict.rule().unknown().word();
        switch (verdict.judged().holds()) {
            case YES -> say("", RuleText.MATCHES, name, actions);
            case NO -> say("", RuleText.DOES_NOT_MATCH, name);
            case UNKNOWN -> {
                if (verdict.matches()) {
                    say("", RuleText.UNKNOWN_MATCHES, name, actions, unknown);
                } else {
                    say("", RuleText.UNKNOWN_DOES_NOT_MATCH, name, unknown);
                }
            }
        }
        judged(verdict.judged(), STEP);
    }

    /** Conditions nest no deeper than a policy lets them. */
    private void judged(Judged judged, String before) {
        String holds = holds(judged.holds()).text().in(language);
        String what =
                switch (judged.condition()) {
                    case Condition.All all -> RuleText.ALL.text().in(language);
                    case Condition.Any any -> RuleText.ANY.text().in(language);
                    case Condition.Not not -> RuleText.NOT.text().in(language);
                    case Condition.Test test -> test.toString();
                };
        String fact = judged.fact().isEmpty() ? "" : " ← " + judged.fact();
        lines.add(before + "[" + holds + "] " + what + fact);
        judged.inner().forEach(inner -> judged(inner, before + STEP));
    }

    private static RuleText holds(Holds holds) {
        return switch (holds) {
            case YES -> RuleText.YES;
            case NO -> RuleText.NO;
            case UNKNOWN -> RuleText.UNKNOWN;
        };
    }

    private void decision(Decision decision, Report report) {
        String why = String.join(", ", decision.why());
        switch (decision.end()) {
            case DELIVER -> say("", RuleText.DELIVER);
            case HOLD -> say("", RuleText.HOLD, why);
            case DISCARD -> say("", RuleText.DISCARD, why);
            case REJECT -> say("", RuleText.REJECT, why, decision.text());
        }
        if (!decision.dropped().isEmpty()) {
            say("", RuleText.DROPS, dropped(decision, report));
        }
        decision.warnings().forEach(text -> say("", RuleText.WARNS, text));
        decision.tags().forEach(tag -> say("", RuleText.TAGS, tag));
        if (decision.stripsLinks()) {
            say("", RuleText.STRIPS_LINKS);
        }
        if (decision.forwards()) {
            say("", RuleText.FORWARDS);
        }
        if (!decision.tellAdministrator().isEmpty()) {
            say("", RuleText.TELLS_ADMINISTRATOR, String.join(", ", decision.tellAdministrator()));
        }
        if (!decision.tellRecipient().isEmpty()) {
            say("", RuleText.TELLS_RECIPIENT, String.join(", ", decision.tellRecipient()));
        }
    }

    private static String dropped(Decision decision, Report report) {
        return Part.in(report).stream()
                .filter(part -> decision.dropped().contains(part.sha256()))
                .map(part -> part.name().toString())
                .collect(Collectors.joining(", "));
    }
}
