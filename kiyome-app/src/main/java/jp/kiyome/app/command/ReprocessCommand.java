package jp.kiyome.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Pace;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.engine.Version;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.Busy;
import jp.kiyome.quarantine.reprocess.PartWorker;
import jp.kiyome.quarantine.reprocess.Reprocessor;
import jp.kiyome.quarantine.reprocess.Request;
import jp.kiyome.quarantine.reprocess.Watcher;
import jp.kiyome.quarantine.reprocess.batch.Broken;
import jp.kiyome.quarantine.reprocess.batch.RunJob;
import jp.kiyome.quarantine.reprocess.remote.Broker;
import jp.kiyome.quarantine.reprocess.remote.BrokerFile;
import jp.kiyome.quarantine.reprocess.remote.Handing;
import jp.kiyome.quarantine.reprocess.source.Selection;
import jp.kiyome.quarantine.reprocess.task.Plan;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.work.Treatment;
import jp.kiyome.quarantine.reprocess.work.Treatments;

/** {@code kiyome reprocess}: processes items of a store again, or takes others in. */
final class ReprocessCommand {

    private static final int MOST_JOBS = 256;
    private static final int MOST_TRIES = 100;
    private static final int TRIES = 3;
    private static final int MOST_DAYS = 36_500;
    private static final int DAYS = 90;
    /** Longer than what is filed together may take, but for what others take to answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    /** Files that are filed together, at most. */
    private static final int TOGETHER = 10;

    private final Call call;
    private final Workshop workshop;
    private final Voice voice;
    private Duration patience = PATIENCE;

    ReprocessCommand(Call call, Workshop workshop) {
        this.call = call;
        this.workshop = workshop;
        this.voice = call.voice();
    }

    ExitCode run() throws FileTrouble {
        int jobs = number("--jobs", Runtime.getRuntime().availableProcessors(), MOST_JOBS);
        Selection selection = Selecting.of(call);
        Optional<Broker> broker = broker();
        if (call.has("--worker") && broker.isEmpty()) {
            throw new Usage(Say.MISSING_ARGUMENT, "--broker");
        }
        if (call.has("--dry-run") && broker.isPresent()) {
            throw new Usage(Say.DRY_HERE);
        }
        Optional<Path> settings = call.path("--gateway");
        if (settings.isPresent() && call.has("--policy")) {
            throw new Usage(Say.UNKNOWN_ARGUMENT, "--policy");
        }
        Optional<GatewayRead> gateway =
                settings.isEmpty() ? Optional.empty() : GatewayRead.of(settings.get(), workshop, voice);
        if (settings.isPresent() && gateway.isEmpty()) {
            return ExitCode.INVALID;
        }
        try (Enclosure enclosure = gateway.isPresent()
                        ? Enclosure.waiting(call, workshop.workers(), jobs)
                        : Enclosure.open(call, workshop.workers(), jobs);
                OpenStore open = OpenStore.of(call)) {
            insistFits(open, selection, broker);
            try (Treating treating = treating(enclosure, open, gateway, jobs)) {
                patience = PATIENCE.plus(treating.longest().multipliedBy(TOGETHER));
                return call.has("--worker")
                        ? work(open, treating, broker.orElseThrow(), jobs)
                        : all(open, treating, selection, jobs, broker);
            }
        }
    }

    private Treating treating(Enclosure enclosure, OpenStore open, Optional<GatewayRead> gateway, int jobs)
            throws FileTrouble {
        List<String> passwords = Passwords.of(call).passwords();
        Papers papers = Papers.of(call, workshop);
        if (gateway.isPresent()) {
            Optional<JailRule> jail = enclosure.strictest(gateway.get().jails());
            return Treating.asGateway(
                    open.organisations(),
                    gateway.get(),
                    (chosen, sources) -> treatment(
                            enclosure.sanitizer(workshop, chosen.policy(), jail, jobs),
                            chosen,
                            sources,
                            passwords,
                            papers));
        }
        return Treating.alike(
                open.organisations(),
                workshop.policy(call),
                (chosen, sources) -> treatment(
                        enclosure.sanitizer(workshop, chosen.policy(), chosen.jail(), jobs),
                        chosen,
                        sources,
                        passwords,
                        papers));
    }

    private void insistFits(OpenStore open, Selection selection, Optional<Broker> broker) {
        if (selection instanceof Selection.Outside && open.organisations().size() != 1) {
            throw new Usage(Say.ONE_ORGANISATION);
        }
        if (broker.isPresent() && !(open.settings().database() instanceof DatabaseSettings.PostgreSql)) {
            throw new Usage(Say.NEEDS_POSTGRESQL);
        }
    }

    private ExitCode all(OpenStore open, Treating treating, Selection selection, int jobs, Optional<Broker> broker) {
        ExitCode code = ExitCode.OK;
        for (Organisation organisation : open.organisations()) {
            code = code.worse(one(open, treating.of(organisation), selection, jobs, broker, organisation));
        }
        if (call.has("--dry-run")) {
            voice.complain(Say.REPROCESS_DRY);
        }
        return code;
    }

    private ExitCode one(
            OpenStore open,
            Treatments treatments,
            Selection selection,
            int jobs,
            Optional<Broker> broker,
            Organisation organisation) {
        ReprocessTeller teller =
                new ReprocessTeller(voice, open.store(), organisation, workshop.catalogue(), call.has("--json"));
        Pace pace = new Pace(voice);
        boolean again = call.has("--again");
        Plan plan = new Plan(selection.words(), treatments.engineVersion(), treatments.policies(), again);
        Optional<RunJob.Away> away = broker.map(to -> new RunJob.Away(new Handing(to, plan), patience));
        Request request = new Request(selection, call.has("--dry-run"), again, jobs, away);
        try {
            Map<Result, Long> tally = new Reprocessor(
                            open.store(), organisation, open.who(), treatments, InstantSource.system())
                    .run(request, watcher(pace, organisation), told -> {
                        pace.clear();
                        teller.tell(told);
                    });
            pace.clear();
            String sum = teller.sum(tally);
            if (call.has("--json")) {
                voice.complain(sum);
            } else {
                voice.report(sum);
            }
            return teller.worst();
        } catch (Busy e) {
            voice.complain(Say.REPROCESS_BUSY, organisation);
            return ExitCode.UNAVAILABLE;
        } catch (Broken e) {
            pace.clear();
            Throwable cause = e.getSuppressed().length == 0 ? e : e.getSuppressed()[0];
            voice.complain(Say.REPROCESS_BROKEN, organisation, Voice.shown(String.valueOf(cause.getMessage())));
            return ExitCode.INTERNAL;
        }
    }

    private Watcher watcher(Pace pace, Organisation organisation) {
        return new Watcher() {
            @Override
            public void selected(long total, long done) {
                if (done > 0) {
                    voice.complain(Say.REPROCESS_RESUMED, organisation, done, total);
                }
                pace.at(done, total);
            }

            @Override
            public void progress(long done, long total) {
                pace.at(done, total);
            }
        };
    }

    private ExitCode work(OpenStore open, Treating treating, Broker broker, int jobs) {
        if (treating.all().isEmpty()) {
            throw new Usage(Say.MISSING_ARGUMENT, "--organisation");
        }
        AtomicBoolean wanted = new AtomicBoolean(true);
        voice.complain(Say.REPROCESS_LISTENS, Voice.shown(broker.url()));
        try {
            new PartWorker(
                            open.store(),
                            (DatabaseSettings.PostgreSql) open.settings().database(),
                            open.who(),
                            treating.all(),
                            InstantSource.system())
                    .work(broker, jobs, wanted::get);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }

    private Treatment treatment(
            Sanitizer sanitizer, Workshop.Chosen chosen, Sources sources, List<String> passwords, Papers papers) {
        return new Treatment(
                sanitizer,
                sources.consultation(InstantSource.system()),
                Version.CURRENT,
                chosen.policy().hash(),
                chosen.policy().limits().inputBytes(),
                number("--tries", TRIES, MOST_TRIES),
                passwords,
                Duration.ofDays(number("--keep", DAYS, MOST_DAYS)),
                papers.report(),
                papers.receipt());
    }

    private Optional<Broker> broker() throws FileTrouble {
        Optional<Path> file = call.path("--broker");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(BrokerFile.read(file.get()));
        } catch (IOException e) {
            throw new FileTrouble(
                    Say.BROKER_UNUSABLE, Voice.shown(file.get()), Voice.shown(String.valueOf(e.getMessage())));
        }
    }

    private int number(String option, int otherwise, int most) {
        Optional<String> given = call.word(option);
        if (given.isEmpty()) {
            return otherwise;
        }
        boolean number = given.get().matches("[0-9]{1,6}");
        if (!number || Integer.parseInt(given.get()) < 1 || Integer.parseInt(given.get()) > most) {
            throw new Usage(Say.NOT_A_NUMBER, option, most);
        }
        return Integer.parseInt(given.get());
    }
}
