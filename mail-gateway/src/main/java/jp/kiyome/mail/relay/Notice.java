package jp.kiyome.mail.relay;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Language;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.settings.OrganisationSettings;

/**
 * Something that people should know of.
 *
 * @param organisation whose it is
 * @param reference of the mail
 * @param to who is written to in any case; the settings say who else
 * @param text in the organisation's language, on one line
 */
public record Notice(
        Kind kind, String organisation, String reference, List<Mailbox> to, String text, Concerning about) {

    public Notice {
        to = List.copyOf(to);
    }

    /** @param detail of what happened; what it quotes is escaped */
    static Notice of(Kind kind, Share share, String detail, Optional<Outcome> outcome) {
        OrganisationSettings whose = share.route().organisation();
        Language language = whose.language();
        String text = kind.text(Untrusted.of(detail)).in(language);
        Concerning about = new Concerning(
                share.id(),
                share.envelope().sender(),
                share.envelope().recipients().stream().map(Recipient::mailbox).toList(),
                share.route().outbound(),
                outcome.map(Outcome::report),
                outcome.flatMap(Gist::of),
                Untrusted.of(detail));
        List<Mailbox> to =
                switch (kind) {
                    case RULE_FOR_RECIPIENTS -> about.recipients();
                    case REJECTED -> List.of();
                    case BLOCKED, LOCKED, GAVE_UP, UNDELIVERED, FAILED, NEXT_HOP, STORE, RULE -> whose.administrators();
                };
        return new Notice(kind, share.organisation().id(), share.id().toString(), to, text, about);
    }

    /** For a log. */
    @Override
    public String toString() {
        String whom = to.stream().map(Mailbox::toString).collect(Collectors.joining(","));
        return kind + " organisation=" + organisation + " reference=" + reference + " to=" + whom + " " + text;
    }
}
