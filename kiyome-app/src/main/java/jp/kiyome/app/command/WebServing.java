package jp.kiyome.app.command;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.approval.intake.LockedMails;
import jp.kiyome.approval.server.Listening;
import jp.kiyome.approval.server.Surroundings;
import jp.kiyome.approval.server.WebServer;
import jp.kiyome.approval.server.WebSettings;
import jp.kiyome.core.jail.pool.PoolSettings;
import jp.kiyome.core.jail.pool.WorkerPool;
import jp.kiyome.core.jail.sandbox.Missing;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.quarantine.heartbeat.Pulse;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;

/** The web application over a store, with workers behind walls, until the process is told to end. */
final class WebServing {

    private final Call call;
    private final Workshop workshop;
    private final Voice voice;
    private final Optional<GatewayRead> gateway;
    private final Papers papers;
    private Optional<CountDownLatch> ending = Optional.empty();

    /** @param gateway by whose settings locked files of mails are opened; empty where none are */
    WebServing(Call call, Workshop workshop, Optional<GatewayRead> gateway) throws FileTrouble {
        this.papers = Papers.of(call, workshop);
        this.call = call;
        this.workshop = workshop;
        this.gateway = gateway;
        this.voice = call.voice();
    }

    /** What is to be done once files can be sanitized, before anybody is let in. */
    interface Preparation {
        void prepare(WebWorks works) throws IOException;
    }

    /**
     * What it serves.
     *
     * @param place where the store is
     */
    record Served(Store store, StoreSettings place, WebSettings settings) {}

    ExitCode serve(Served served, WebPolicies policies, Preparation preparation) throws IOException {
        PoolSettings pooled = PoolSettings.of(
                workshop.workers().orElseThrow(),
                ServeCommand.rule(call.word("--jail").map(Enclosure::rule), jails(policies)));
        try (WorkerPool pool = new WorkerPool(pooled).begin()) {
            pool.warm(1).awaitWorker();
            for (Missing missing : pool.missing()) {
                voice.complain(Say.JAIL_GAP, missing.text().in(voice.language()));
            }
            Optional<MailUnlocking> mails =
                    gateway.map(read -> MailUnlocking.open(read, served.store(), pool, workshop, papers));
            try (WebWorks works = new WebWorks(
                    policies, served.store(), pool, workshop, papers, mails.map(one -> (LockedMails) one))) {
                preparation.prepare(works);
                return serve(served, policies, works, pool);
            } finally {
                mails.ifPresent(MailUnlocking::close);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }

    private ExitCode serve(Served served, WebPolicies policies, WebWorks works, WorkerPool pool)
            throws InterruptedException {
        Surroundings on = new Surroundings(
                served.settings(),
                served.store(),
                works::works,
                works,
                policies,
                workshop.catalogue(),
                InstantSource.system());
        Pulses.Ground ground = new Pulses.Ground(served.store(), served.place(), pool, voice::complain);
        try (WebServer server = WebServer.start(on);
                Pulse _ = Pulses.web(ground, server.port(), served.settings().drawing(), works::sources)) {
            return untilTold(served.settings(), server);
        }
    }

    private List<Optional<JailRule>> jails(WebPolicies policies) {
        List<Optional<JailRule>> jails = new ArrayList<>(policies.jails());
        gateway.ifPresent(read -> jails.addAll(read.jails()));
        return jails;
    }

    /** Lets the process end that was told to, once everything is put away. */
    void putAway() {
        ending.ifPresent(CountDownLatch::countDown);
    }

    private ExitCode untilTold(WebSettings settings, WebServer server) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            ServeCommand.awaitQuietly(done);
        }));
        for (Listening door : settings.reach().doors()) {
            String host = door.address().contains(":") ? "[" + door.address() + "]" : door.address();
            voice.report(voice.text(Say.WEB_SERVING, "http://" + host + ":" + server.port(door.side()) + "/"));
        }
        voice.shell().out().flush();
        told.await();
        ending = Optional.of(done);
        return ExitCode.OK;
    }
}
