package jp.kiyome.mail.watch;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import jp.kiyome.core.report.Verdict;
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
    private final LongSupplier toDecide;

    /**
     * Those of a gateway. What the store is asked is asked each time that figures are.
     *
     * @param waiting how many mails wait for verdicts, whoever has taken them in
     * @param toDecide how many items are held, and wait for somebody
     */
    public Meters(
            Figures figures,
            SmtpServer server,
            NoticeFigures notices,
            Unlocking unlocking,
            LongSupplier waiting,
            LongSupplier toDecide) {
        this.figures = figures;
        this.server = server;
        this.notices = notices;
        this.unlocking = unlocking;
        this.waiting = waiting;
        this.toDecide = toDecide;
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
        Gauge.builder("kiyome.mail.held.items", toDecide::getAsLong).register(registry);
        for (Verdict verdict : Verdict.values()) {
            FunctionCounter.builder("kiyome.mail.verdicts", figures, counted -> counted.verdicts(verdict))
                    .tag("verdict", verdict.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("kiyome.mail.clients", server, SmtpServer::clients).register(registry);
    }

    /** Counts findings of codes too that were not there before. */
    void refresh(MeterRegistry registry) {
        for (String code : figures.findings().keySet()) {
            FunctionCounter.builder("kiyome.mail.findings", figures, counted -> counted.findings(code))
                    .tag("code", code)
                    .register(registry);
        }
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
