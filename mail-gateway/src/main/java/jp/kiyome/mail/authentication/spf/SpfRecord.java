package jp.kiyome.mail.authentication.spf;

import java.util.List;
import java.util.Optional;

/** A record whose every term was understood (RFC 7208 §4.6). */
record SpfRecord(List<Directive> directives, Optional<MacroText> redirect) {

    SpfRecord {
        directives = List.copyOf(directives);
    }

    /** @param outcome where the mechanism matches */
    record Directive(SpfOutcome outcome, Mechanism mechanism) {}
}
