package jp.kiyome.bridge.rspamd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.bridge.http.ContentBody;
import jp.kiyome.bridge.http.Http;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Envelope;
import jp.kiyome.bridge.verdict.SourceState;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/** A rspamd. It judges mails alone, by what they look like and where they come from. */
public final class RspamdSource implements VerdictSource {

    private static final long MOST_ANSWER = 4 << 20;

    private final RspamdSettings settings;
    private final Http http = new Http(MOST_ANSWER);

    public RspamdSource(RspamdSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public boolean takes(Submission submission) {
        return submission instanceof Submission.OfMail;
    }

    @Override
    public Verdict ask(Submission submission, Deadline deadline) {
        if (!(submission instanceof Submission.OfMail mail)) {
            return Verdict.notScanned(WhyNotScanned.REFUSED, "not a mail");
        }
        if (mail.content().size() > settings.mostBytes()) {
            return Verdict.notScanned(WhyNotScanned.TOO_LARGE, mail.content().size() + " bytes");
        }
        try {
            Http.Answer answer = http.post(
                    settings.server().resolve("/checkv2"),
                    fields(mail.envelope()),
                    ContentBody.of(mail.content()),
                    deadline.within(settings.time()));
            return RspamdAnswer.read(answer, settings.rule());
        } catch (Unanswered unanswered) {
            return unanswered.verdict();
        }
    }

    /** What the API asks of the envelope; texts that cannot stand in a field are left out. */
    private static List<Http.Field> fields(Envelope envelope) {
        List<Http.Field> fields = new ArrayList<>();
        fields.add(new Http.Field("From", envelope.from()));
        envelope.recipients().forEach(recipient -> fields.add(new Http.Field("Rcpt", recipient)));
        fields.add(new Http.Field("IP", envelope.clientAddress()));
        fields.add(new Http.Field("Helo", envelope.helo()));
        fields.removeIf(field -> !Http.Field.mayBeValue(field.value()));
        return fields;
    }

    /** A mail's verdict depends on what rspamd has learnt up to the minute: none is kept. */
    @Override
    public Optional<SourceVersion> version(Deadline deadline) {
        return Optional.empty();
    }

    @Override
    public SourceState state(Deadline deadline) {
        try {
            Http.Answer pong =
                    http.get(settings.server().resolve("/ping"), List.of(), deadline.within(settings.time()));
            String text = new String(pong.body(), StandardCharsets.ISO_8859_1).strip();
            return pong.status() == 200 && text.equals("pong")
                    ? SourceState.ready("")
                    : SourceState.of(WhyNotScanned.PROTOCOL, "", "no pong");
        } catch (Unanswered unanswered) {
            return SourceState.of(unanswered.why(), "", String.valueOf(unanswered.getMessage()));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
