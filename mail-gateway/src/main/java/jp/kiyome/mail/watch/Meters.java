package jp.kiyome.mail.watch;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import jp.kiyome.mail.notify.NoticeFigures;
import jp.kiyome.mail.relay.Figures;
import jp.kiyome.mail.server.SmtpServer;
import jp.kiyome.mail.unlock.Unlocking;

/** The gateway's figures under the names that docs/mail.md lists. Immutable. */
public final class Meters implements MeterBinder {

    private final Figures figures;
    private final SmtpServer server;
    private final NoticeFigures notices;
    private final Unlocking unlocking;
    private final LongSupplier waiting;

    /** @param waiting how many mails wait for verdicts, whoever has taken them in; asked each time that figures are */
    public Meters(
            Figures figures, SmtpServer server, NoticeFigures notices, Unlocking unlocking, LongSupplier waiting) {
        this.figures = figures;
        this.server = server;
        this.notices = notices;
        this.unlocking = unlocking;
        this.waiting = waiting;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        count(registry, "kiyome.mail.received", Figures::mails);
        count(registry, "kiyome.mail.received.bytes", Figures::bytes);
        count(registry, "kiyome.mail.held", Figures::held);
        count(registry, "kiyome.mail.next.hop.errors", Figures::nextHopErrors);
        count(registry, "kiyome.mail.rebuild.seconds", Figures::rebuildSeconds);
        count(registry, "kiyome.mail.deliver.seconds", Figures::deliverSeconds);
        answers(registry, "accepted", Figures::accepted);
        answers(registry, "deferred", Figures::deferred);
        answers(registry, "refused", Figures::refused);
        notices(registry, "written", NoticeFigures::written);
        notices(registry, "sent", NoticeFigures::sentLetters);
        notices(registry, "withheld", NoticeFigures::withheldLetters);
        notices(registry, "refused", NoticeFigures::refusedLetters);
        notices(registry, "lost", NoticeFigures::lostLetters);
        FunctionCounter.builder("kiyome.mail.unlocked", unlocking, Unlocking::opened)
                .register(registry);
        Gauge.builder("kiyome.mail.waiting", waiting::getAsLong).register(registry);
        Gauge.builder("kiyome.mail.clients", server, SmtpServer::clients).register(registry);
    }

    private void count(MeterRegistry registry, String name, ToDoubleFunction<Figures> value) {
        FunctionCounter.builder(name, figures, value).register(registry);
    }

    private void answers(MeterRegistry registry, String answer, ToDoubleFunction<Figures> value) {
        FunctionCounter.builder("kiyome.mail.answers", figures, value)
                .tag("answer", answer)
                .register(registry);
    }

    private void notices(MeterRegistry registry, String fate, ToDoubleFunction<NoticeFigures> value) {
        FunctionCounter.builder("kiyome.mail.letters", notices, value)
                .tag("fate", fate)
                .register(registry);
    }
}
