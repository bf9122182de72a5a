package jp.kiyome.testcorpus.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.relay.Amavis;
import jp.kiyome.testcorpus.relay.Clamd;
import jp.kiyome.testcorpus.relay.Daemon;
import jp.kiyome.testcorpus.relay.KiyomeServe;
import jp.kiyome.testcorpus.relay.MailClient;
import jp.kiyome.testcorpus.relay.Postfix;
import jp.kiyome.testcorpus.relay.ReceivedMail;
import jp.kiyome.testcorpus.relay.SmallMailServer;

/**
 * Mails a second through the gateway, beside Postfix passing the same mails through a filter that does nothing, and amavis with the same
 * clamd. Each is warmed up, all take turns, best of the rounds.
 */
public final class MailTable {

    private static final int CLIENTS = 8;
    private static final long PATIENCE_NANOS = 300_000_000_000L;
    private static final int ROUNDS = Integer.getInteger("kiyome.bench.rounds", 3);

    private final Path folder;
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Runnable> open = new ArrayList<>();

    private MailTable(Path folder) {
        this.folder = folder;
    }

    /** A way that mail can take to the end. */
    private record Way(String name, int port) {}

    /** Measures; takes some minutes. */
    public static String measure() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("kiyome-bench-");
        MailTable table = new MailTable(folder);
        try {
            return table.measured();
        } finally {
            table.close();
        }
    }

    private String measured() throws InterruptedException {
        Daemon.readable(folder);
        SmallMailServer end = SmallMailServer.start(mail -> {
            arrived.incrementAndGet();
            return "250 taken";
        });
        open.add(end::close);
        StringBuilder said = new StringBuilder();
        List<Way> ways = ways(end.port(), said);
        for (MailLoad load : MailLoad.values()) {
            int mails = load == MailLoad.TEXT ? 600 : 150;
            double[] best = new double[ways.size()];
            for (int round = -1; round < ROUNDS; round++) {
                for (int i = 0; i < best.length; i++) {
                    double perSecond = perSecond(ways.get(i), load, mails);
                    best[i] = round < 0 ? 0 : Math.max(best[i], perSecond);
                }
            }
            for (int i = 0; i < best.length; i++) {
                said.append(String.format(
                        Locale.ROOT,
                        "%s: %s: %.1f mails a second, %.2f of the first%n",
                        load,
                        ways.get(i).name(),
                        best[i],
                        best[i] / best[0]));
            }
        }
        return said.toString();
    }

    private double perSecond(Way way, MailLoad load, int mails) throws InterruptedException {
        int before = arrived.get();
        long start = System.nanoTime();
        load.pour(way.port(), mails, CLIENTS, numbers.getAndAdd(mails));
        while (arrived.get() < before + mails) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IllegalStateException(
                        way.name() + ": " + (arrived.get() - before) + " of " + mails + " arrived");
            }
            Thread.sleep(5);
        }
        return mails / ((System.nanoTime() - start) / 1e9);
    }

    /** Those that can be had on this machine; what cannot is said. */
    private List<Way> ways(int end, StringBuilder said) {
        List<Way> ways = new ArrayList<>();
        if (Postfix.isPossible()) {
            ways.add(new Way("Postfix with a filter that does nothing", postfix(end)));
        } else {
            said.append("no Postfix, or not root: ratios are to the gateway itself\n");
        }
        Optional<Path> clamd = clamd(said);
        ways.add(new Way("gateway, keeps what was changed", gateway("changed", end, clamd)));
        ways.add(new Way("gateway, keeps every mail", gateway("all", end, clamd)));
        if (clamd.isPresent() && Amavis.isPossible()) {
            ways.add(new Way("amavis", started(Amavis.begin(folder.resolve("amavis"), clamd.get(), 4, end))));
        } else {
            said.append("no amavis, or not root: not compared with it\n");
        }
        return ways;
    }

    private int started(Daemon daemon) {
        open.add(daemon::close);
        return daemon.awaitAccepting().port();
    }

    private Optional<Path> clamd(StringBuilder said) {
        if (!Clamd.isInstalled()) {
            said.append("no clamd: nobody is asked\n");
            return Optional.empty();
        }
        started(Clamd.begin(folder.resolve("clamd")));
        return Optional.of(Clamd.socket(folder.resolve("clamd")));
    }

    private int gateway(String keep, int end, Optional<Path> clamd) {
        int port = Daemon.freePort();
        Path own = folder.resolve(keep);
        String verdicts = clamd.map(
                        socket -> "verdicts: {sources: {clamav: {kind: clamd, address: 'unix:" + socket + "'}}}\n")
                .orElse("");
        String settings = """
                name: gw.example.invalid
                listen: {address: 127.0.0.1, port: %d}
                store: %s
                policy: %s
                organisations:
                  city-a:
                    {domains: [city-a.example], next-hops: [{host: 127.0.0.1, port: %d, tls: never}], keep: %s}
                """.formatted(port, own.resolve("store"), own.resolve("policy.yaml"), end, keep);
        try {
            Files.writeString(Files.createDirectories(own).resolve("policy.yaml"), "version: 1\n" + verdicts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String jail = System.getProperty("kiyome.bench.jail", "required");
        List<String> options = Stream.of(
                        System.getProperty("kiyome.bench.options", "").split(" ", -1))
                .filter(option -> !option.isEmpty())
                .map(option -> option.replace("{}", own.toString()))
                .toList();
        return started(KiyomeServe.begin(own, port, settings, jail, options));
    }

    private int postfix(int end) {
        SmallMailServer filter = SmallMailServer.start(mail -> passedOn(mail, end));
        open.add(filter::close);
        int in = Daemon.freePort();
        Postfix postfix = Postfix.start(
                folder.resolve("postfix"),
                "content_filter = null:[127.0.0.1]:" + filter.port() + "\n",
                "null unix - - n - " + CLIENTS + " smtp\n",
                in,
                end);
        open.add(postfix::close);
        while (!Daemon.accepts(in)) {
            Thread.onSpinWait();
        }
        return in;
    }

    private static String passedOn(ReceivedMail mail, int behind) {
        try (MailClient client = new MailClient(behind)) {
            String answer = client.send(mail.from(), mail.to(), mail.bytes());
            client.ask("QUIT");
            return answer;
        } catch (IOException gone) {
            return "451 " + gone.getMessage();
        }
    }

    private void close() throws IOException {
        open.reversed().forEach(Runnable::run);
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
