package jp.kiyome.app.command;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.drawing.DrawingSettings;
import jp.kiyome.core.jail.pool.WorkerPool;
import jp.kiyome.mail.server.SmtpServer;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.heartbeat.Measure;
import jp.kiyome.quarantine.heartbeat.Pulse;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;

/** The pulses of our servers. Stateless. */
final class Pulses {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private Pulses() {}

    /** What a server stands on. */
    record Ground(Store store, StoreSettings place, WorkerPool pool, Consumer<String> complaints) {

        private Pulse.Beating beating(String process) {
            Actor who = Actor.service(process.replaceFirst(" .*", ""));
            return new Pulse.Beating(store.heartbeats(), who, process, PAUSE, InstantSource.system(), complaints);
        }

        private List<Measure> measures() {
            return Stream.concat(Vitals.workers(pool).stream(), Vitals.disks(place).stream())
                    .toList();
        }
    }

    /**
     * Of the mail gateway: each organisation is told of its own next hops and sources, and of the mails only where it has the gateway to
     * itself.
     */
    static Pulse gateway(
            Ground ground,
            GatewaySettings settings,
            MailRoom room,
            SmtpServer server,
            Function<Organisation, List<Sources>> sources) {
        Map<Organisation, OrganisationSettings> all = new HashMap<>();
        settings.organisations().forEach(one -> all.put(one.organisation(), one));
        Map<Organisation, Probing> probing = new HashMap<>();
        return Pulse.begin(
                ground.beating("mail-gateway " + settings.name() + ":" + server.port()),
                () -> List.copyOf(all.keySet()),
                organisation -> Stream.of(
                                ground.measures(),
                                probing.computeIfAbsent(
                                                organisation,
                                                one -> new Probing(() -> sources.apply(one), InstantSource.system()))
                                        .now(),
                                Vitals.nextHops(
                                        all.getOrDefault(
                                                organisation,
                                                settings.organisations().getFirst()),
                                        room.gateway()),
                                all.size() == 1 ? Vitals.mails(room.gateway().figures(), server) : List.<Measure>of())
                        .flatMap(List::stream)
                        .toList());
    }

    /** Of the web application, which asks the same sources for all. */
    static Pulse web(
            Ground ground, int port, Optional<DrawingSettings> drawing, Function<Organisation, List<Sources>> sources) {
        Map<Organisation, Probing> probing = new HashMap<>();
        return Pulse.begin(
                ground.beating("web " + host() + ":" + port),
                () -> ground.store().organisations().all(),
                organisation -> Stream.of(
                                ground.measures(),
                                drawing.map(Vitals::drawing).orElse(List.of()),
                                probing.computeIfAbsent(
                                                organisation,
                                                one -> new Probing(() -> sources.apply(one), InstantSource.system()))
                                        .now())
                        .flatMap(List::stream)
                        .toList());
    }

    /** As this machine is called, which tells two of them apart. */
    private static String host() {
        try {
            String name = Untrusted.of(InetAddress.getLocalHost().getHostName()).toString();
            return name.length() > 100 ? name.substring(0, 100) : name;
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
