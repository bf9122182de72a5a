package jp.kiyome.mail.relay;

import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.type.FileType;
import jp.kiyome.mail.rules.Decision;

/**
 * A share, what rebuilding it came to, and what the rules say of it.
 *
 * @param hold why it is held though no rule says so; empty where nothing keeps it back
 * @param awaited what it waits for, where nothing else keeps it back
 */
record Prepared(Share share, Outcome outcome, Decision decision, String hold, Awaited awaited) {

    /** The id of the type that mail is. */
    private static final String MAIL = "eml";

    Prepared(Share share, Outcome outcome) {
        this(share, outcome, Decision.nothing(), "");
    }

    /** One that waits for nothing. */
    Prepared(Share share, Outcome outcome, Decision decision, String hold) {
        this(share, outcome, decision, hold, Awaited.nothing());
    }

    Prepared waitingFor(Awaited those) {
        return new Prepared(share, outcome, decision, hold, those);
    }

    /** The same under another name. */
    Prepared as(Share other) {
        return new Prepared(other, outcome, decision, hold, awaited);
    }

    Prepared heldFor(String why) {
        return new Prepared(share, outcome, decision, why, awaited);
    }

    Report report() {
        return outcome.report();
    }

    /** What came as a mail may look like a file of another type to the engine; then its output is no mail. */
    boolean isMail() {
        return outcome instanceof Outcome.Rebuilt
                && report().type().filter(type -> type.id().equals(MAIL)).isPresent();
    }

    /** Whether it is handed to the next hop. */
    boolean goes() {
        return mayGo() && awaited.tickets().isEmpty();
    }

    /** Whether nothing but verdicts that come later keeps it back. */
    boolean waits() {
        return mayGo() && !awaited.tickets().isEmpty();
    }

    private boolean mayGo() {
        return isMail() && decision.end() == Decision.End.DELIVER && hold.isEmpty();
    }

    /** Which rules keep it back, or what else does; empty where nothing but the engine may. */
    String keptBack() {
        return switch (decision.end()) {
            case DELIVER -> hold;
            case HOLD, REJECT -> "mail-rules " + String.join(", ", decision.why());
            case DISCARD -> Decision.DISCARDED + "mail-rules " + String.join(", ", decision.why());
        };
    }

    /** Why it is not rebuilt, or that it is no mail. */
    String reason() {
        return report().reason()
                .map(finding -> finding.kind().code() + " " + finding.detail())
                .orElseGet(
                        () -> "not a mail: " + report().type().map(FileType::id).orElse(""));
    }
}
