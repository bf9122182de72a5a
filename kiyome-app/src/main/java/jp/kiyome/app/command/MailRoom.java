package jp.kiyome.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.mail.notify.Desk;
import jp.kiyome.mail.notify.NoticeFigures;
import jp.kiyome.mail.notify.PostOffice;
import jp.kiyome.mail.relay.Gateway;
import jp.kiyome.mail.relay.HandedOver;
import jp.kiyome.mail.relay.Rebuilding;
import jp.kiyome.mail.retro.RetroScan;
import jp.kiyome.mail.server.SmtpServer;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.mail.unlock.Unlocking;
import jp.kiyome.mail.waiting.VerdictWatch;
import jp.kiyome.mail.watch.Meters;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;

/** The gateway with those who write and send its own mails, those who open what is locked, and those who look after what waits. */
record MailRoom(
        Gateway gateway,
        Unlocking unlocking,
        NoticeFigures figures,
        PostOffice office,
        VerdictWatch watch,
        RetroScan scan,
        LongSupplier waiting,
        LongSupplier toDecide)
        implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /**
     * Where lines go.
     *
     * @param complaints about lists that cannot be read
     */
    record Logs(Consumer<String> events, Consumer<String> complaints) {}

    /**
     * Opens it over a store that stays open.
     *
     * @param rebuilding of an organisation, whose later threats a listener hears of; asked for once each
     * @param logs for the operator
     * @throws IOException when the file of what was handed over cannot be used
     */
    static MailRoom open(
            GatewaySettings settings,
            Store store,
            FindingCatalogue catalogue,
            BiFunction<OrganisationSettings, ThreatListener, Rebuilding> rebuilding,
            Logs logs)
            throws IOException {
        InstantSource clock = InstantSource.system();
        Consumer<String> log = logs.events();
        NoticeFigures figures = new NoticeFigures();
        Desk desk =
                new Desk(settings, store.outbox(), catalogue, notice -> log.accept(notice.toString()), figures, clock);
        Map<String, Rebuilding> all = new HashMap<>();
        Map<Organisation, ThreatListener> later = new HashMap<>();
        for (OrganisationSettings one : settings.parts()) {
            ThreatListener listener = later.computeIfAbsent(
                    one.organisation(), whose -> LaterThreats.listener(whose, store, desk, log, clock));
            all.put(one.name(), rebuilding.apply(one, listener));
        }
        Function<OrganisationSettings, Rebuilding> of = one -> Objects.requireNonNull(all.get(one.name()));
        Unlocking unlocking = new Unlocking(settings, store, of, clock);
        HandedOver had = handedOver(settings, clock);
        Gateway gateway = new Gateway(settings, store, of, desk, unlocking, logs.complaints(), clock, had);
        PostOffice office = PostOffice.open(settings, store, desk, figures, PAUSE, clock, log);
        VerdictWatch watch = VerdictWatch.open(settings, store, of, desk, PAUSE, clock, log);
        RetroScan scan = RetroScan.open(
                settings, store, of, one -> Objects.requireNonNull(later.get(one.organisation())), clock, log);
        LongSupplier waiting = () -> settings.organisations().stream()
                .mapToLong(one -> store.waiting().count(one.organisation()))
                .sum();
        LongSupplier toDecide = () -> settings.organisations().stream()
                .mapToLong(one -> store.items().count(one.organisation(), State.HELD))
                .sum();
        return new MailRoom(gateway, unlocking, figures, office, watch, scan, waiting, toDecide);
    }

    /** In the store's folder, where it has one and the settings name no other. */
    private static HandedOver handedOver(GatewaySettings settings, InstantSource clock) throws IOException {
        Optional<Path> inStore =
                Optional.of(settings.store()).filter(Files::isDirectory).map(folder -> folder.resolve("handed-over"));
        Optional<Path> file = settings.handling().handedOver().or(() -> inStore);
        return file.isPresent() ? HandedOver.in(file.get(), clock) : HandedOver.inMemory(clock);
    }

    Meters meters(SmtpServer server) {
        return new Meters(gateway.figures(), server, figures, unlocking, waiting, toDecide);
    }

    @Override
    public void close() {
        scan.close();
        watch.close();
        office.close();
        gateway.close();
    }
}
