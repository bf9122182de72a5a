package jp.kiyome.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.core.jail.pool.JailedSanitizer;
import jp.kiyome.core.jail.pool.PoolSettings;
import jp.kiyome.core.jail.pool.WorkerPool;
import jp.kiyome.core.jail.sandbox.Missing;
import jp.kiyome.core.jail.sandbox.WorkerSpec;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.mail.relay.Rebuilding;
import jp.kiyome.mail.server.SmtpServer;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.mail.watch.Meters;
import jp.kiyome.mail.watch.WatchServer;
import jp.kiyome.quarantine.heartbeat.Pulse;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreFile;
import jp.kiyome.quarantine.store.StoreSettings;

/** {@code kiyome serve}: the mail gateway, until the process is told to end. */
final class ServeCommand {

    /** What mails in progress get when the process is told to end; less than service managers give. */
    private static final Duration LAST_MAILS = Duration.ofSeconds(20);

    private final Call call;
    private final Workshop workshop;
    private final Voice voice;

    ServeCommand(Call call, Workshop workshop) {
        this.call = call;
        this.workshop = workshop;
        this.voice = call.voice();
    }

    ExitCode run() throws FileTrouble {
        if (call.operands().isEmpty()) {
            throw new Usage(Say.MISSING_ARGUMENT, "SETTINGS");
        }
        Path file = Call.toPath(call.operands().getFirst());
        Optional<GatewayRead> read = GatewayRead.of(file, workshop, voice);
        if (read.isEmpty()) {
            return ExitCode.INVALID;
        }
        if (call.has("--check")) {
            voice.report(voice.text(Say.SETTINGS_VALID, Voice.shown(file)));
            return ExitCode.OK;
        }
        return serve(read.get(), Papers.of(call, workshop));
    }

    private ExitCode serve(GatewayRead read, Papers papers) {
        try (OpenPlace place = OpenPlace.of(read.settings().store());
                OpenSources asked = new OpenSources();
                WorkerPool pool = new WorkerPool(pool(read)).begin();
                MailRoom room = MailRoom.open(
                        read.settings(),
                        place.store(),
                        workshop.catalogue(),
                        (organisation, later) -> rebuilding(pool, read, organisation, asked, later, papers),
                        new MailRoom.Logs(
                                voice::complain,
                                complaint -> voice.complain(Say.LIST_UNREADABLE, Voice.shown(complaint))))) {
            pool.warm(read.settings().handling().filesAtATime()).awaitWorker();
            for (Missing missing : pool.missing()) {
                voice.complain(Say.JAIL_GAP, missing.text().in(voice.language()));
            }
            Pulses.Ground ground = new Pulses.Ground(place.store(), place.settings(), pool, voice::complain);
            try (SmtpServer server = SmtpServer.start(read.settings(), room.gateway());
                    Pulse _ = Pulses.gateway(ground, read.settings(), room, server, asked::of)) {
                return untilTold(read.settings(), room.meters(server), server);
            }
        } catch (IOException e) {
            voice.complain(Say.CANNOT_SERVE, Voice.shown(String.valueOf(e.getMessage())));
            return ExitCode.IO;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }

    private ExitCode untilTold(GatewaySettings settings, Meters meters, SmtpServer server)
            throws IOException, InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            awaitQuietly(done);
        }));
        try (WatchServer _ = watch(settings, meters, told)) {
            voice.report(voice.text(Say.SERVING, settings.listen().address() + ":" + server.port()));
            voice.shell().out().flush();
            told.await();
            voice.complain(Say.STOPPING);
            server.drain(LAST_MAILS);
        } finally {
            done.countDown();
        }
        return ExitCode.OK;
    }

    /** Figures are told where the settings say so; else to this machine alone, at a port that is free. */
    private static WatchServer watch(GatewaySettings settings, Meters meters, CountDownLatch told) throws IOException {
        GatewaySettings.Watching at = settings.watch().orElse(new GatewaySettings.Watching("127.0.0.1", 0));
        return WatchServer.start(at, meters, () -> told.getCount() > 0);
    }

    static void awaitQuietly(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store, and where it is. */
    private record OpenPlace(Store store, StoreSettings settings) implements AutoCloseable {

        static OpenPlace of(Path path) throws IOException {
            StoreSettings settings =
                    Files.exists(path) && !Files.isDirectory(path) ? StoreFile.read(path) : StoreSettings.in(path);
            return new OpenPlace(Store.open(settings, InstantSource.system()), settings);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private PoolSettings pool(GatewayRead read) {
        WorkerSpec spec = workshop.workers().orElseThrow();
        return PoolSettings.of(spec, rule(call.word("--jail").map(Enclosure::rule), read.jails()))
                .withFilesAtATime(read.settings().handling().filesAtATime());
    }

    /**
     * A gateway works behind walls, unless it is told otherwise. All organisations share its workers: the strictest of what they and
     * the command line say holds, and one that says nothing has not given up the walls.
     */
    static JailRule rule(Optional<JailRule> asked, List<Optional<JailRule>> ofPolicies) {
        JailRule otherwise = asked.orElse(JailRule.REQUIRED);
        return Stream.concat(asked.stream(), ofPolicies.stream().map(said -> said.orElse(otherwise)))
                .min(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    private Rebuilding rebuilding(
            WorkerPool pool,
            GatewayRead read,
            OrganisationSettings part,
            OpenSources asked,
            ThreatListener later,
            Papers papers) {
        Workshop.Chosen chosen = read.policyOf(part);
        Sources sources = asked.open(part.organisation(), chosen, later);
        Rebuilding rebuilding = MailRebuilding.of(
                chosen,
                policy -> new JailedSanitizer(pool, workshop.registry(), workshop::catalogue, policy),
                sources,
                papers);
        Rebuilding asking = chosen.verdicts().originals() ? rebuilding.asking(sources.all()) : rebuilding;
        return sources.later().map(asking::waitingFor).orElse(asking);
    }

    /** Those that organisations' policies want asked, until the gateway ends. */
    private static final class OpenSources implements AutoCloseable {

        private final Map<Organisation, List<Sources>> all = new HashMap<>();

        Sources open(Organisation organisation, Workshop.Chosen chosen, ThreatListener later) {
            Sources sources = Sources.of(chosen, later);
            all.computeIfAbsent(organisation, any -> new ArrayList<>()).add(sources);
            return sources;
        }

        List<Sources> of(Organisation organisation) {
            return all.getOrDefault(organisation, List.of());
        }

        @Override
        public void close() {
            all.values().forEach(some -> some.forEach(Sources::close));
        }
    }
}
