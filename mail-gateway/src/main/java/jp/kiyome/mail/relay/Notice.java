package jp.kiyome.mail.relay;

import java.util.List;
import java.util.stream.Collectors;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Language;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.settings.OrganisationSettings;

/**
 * Something that people should know of.
 *
 * @param organisation whose it is
 * @param reference of the mail
 * @param to whom it concerns
 * @param text in the organisation's language, on one line
 */
public record Notice(Kind kind, String organisation, String reference, List<Mailbox> to, String text) {

    public Notice {
        to = List.copyOf(to);
    }

    /** @param detail of what happened; what it quotes is escaped */
    static Notice of(Kind kind, Share share, String detail) {
        OrganisationSettings whose = share.route().organisation();
        Language language = whose.language();
        String text = kind.text(Untrusted.of(detail)).in(language);
        return new Notice(kind, share.organisation().id(), share.id().toString(), whose.administrators(), text);
    }

    /** For a log. */
    @Override
    public String toString() {
        String whom = to.stream().map(Mailbox::toString).collect(Collectors.joining(","));
        return kind + " organisation=" + organisation + " reference=" + reference + " to=" + whom + " " + text;
    }
}
