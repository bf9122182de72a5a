package jp.kiyome.app.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.drawing.DrawingProgram;
import jp.kiyome.core.jail.drawing.DrawingSettings;
import jp.kiyome.core.jail.pool.Figures;
import jp.kiyome.core.jail.pool.WorkerPool;
import jp.kiyome.core.jail.sandbox.Missing;
import jp.kiyome.mail.relay.Gateway;
import jp.kiyome.mail.server.SmtpServer;
import jp.kiyome.mail.settings.NextHop;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.heartbeat.Area;
import jp.kiyome.quarantine.heartbeat.Condition;
import jp.kiyome.quarantine.heartbeat.Measure;
import jp.kiyome.quarantine.store.StoreSettings;

/** What a process can tell of itself and of what it stands on; of mails and files it tells nothing. Stateless. */
final class Vitals {

    /** Below so many bytes nothing is taken in any more; docs/mail.md. */
    private static final long FULL = 64L << 20;

    /** Below this part of all somebody should look. */
    private static final int A_TENTH = 10;

    private Vitals() {}

    static List<Measure> workers(WorkerPool pool) {
        List<Measure> measures = new ArrayList<>();
        for (Missing missing : pool.missing()) {
            measures.add(new Measure(
                    Area.JAIL, missing.gap().name(), Condition.DOUBTFUL, missing.detail(), Optional.empty()));
        }
        for (Figures.Event event : Figures.Event.values()) {
            long number = pool.figures().of(event);
            measures.add(Measure.of(Area.WORKERS, event.name(), number == 0 ? Condition.GOOD : judged(event), number));
        }
        return measures;
    }

    /** Files kill workers, and that is what workers are for; one that does not die is another matter. */
    private static Condition judged(Figures.Event event) {
        return switch (event) {
            case STARTED, RECYCLED -> Condition.GOOD;
            case DIED, LATE, LIED -> Condition.DOUBTFUL;
            case WOULD_NOT_DIE -> Condition.BAD;
        };
    }

    /** Which programs there are to draw pages with; what is missing is no fault of the machine. */
    static List<Measure> drawing(DrawingSettings settings) {
        return Stream.of(DrawingProgram.values())
                .map(program -> new Measure(
                        Area.WORKERS,
                        program.command(),
                        settings.program(program).isPresent() ? Condition.GOOD : Condition.DOUBTFUL,
                        Untrusted.of(settings.program(program)
                                .map(Path::toString)
                                .orElse("apt-get install " + program.packages())),
                        Optional.empty()))
                .toList();
    }

    static List<Measure> disks(StoreSettings store) {
        return List.of(
                disk("originals", store.originals()),
                disk("cleaned", store.cleaned()),
                disk("temp", Path.of(System.getProperty("java.io.tmpdir"))));
    }

    private static Measure disk(String name, Path place) {
        File folder = place.toFile();
        long free = folder.getUsableSpace();
        long all = folder.getTotalSpace();
        Condition condition = free <= FULL ? Condition.BAD : free < all / A_TENTH ? Condition.DOUBTFUL : Condition.GOOD;
        return Measure.room(name, condition, free, all);
    }

    /** Those of an organisation and its groups. */
    static List<Measure> nextHops(OrganisationSettings organisation, Gateway gateway) {
        Set<NextHop> hops = new LinkedHashSet<>();
        for (OrganisationSettings part : organisation.parts()) {
            hops.addAll(part.inbound());
            hops.addAll(part.outbound());
            hops.addAll(part.isolated());
        }
        return hops.stream()
                .map(hop -> Measure.of(
                        Area.NEXT_HOP, hop.toString(), gateway.wasReached(hop) ? Condition.GOOD : Condition.BAD, 0))
                .toList();
    }

    /** Of all organisations together: for the one that has a gateway to itself. */
    static List<Measure> mails(jp.kiyome.mail.relay.Figures figures, SmtpServer server) {
        return List.of(
                mail("received", figures.mails()),
                mail("accepted", figures.accepted()),
                mail("deferred", figures.deferred()),
                mail("refused", figures.refused()),
                mail("held", figures.held()),
                mail("next-hop-errors", figures.nextHopErrors()),
                mail("clients", server.clients()));
    }

    private static Measure mail(String name, long number) {
        return Measure.of(Area.MAIL, name, Condition.GOOD, number);
    }
}
