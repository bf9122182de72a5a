package jp.kiyome.quarantine.reprocess;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.fixture.Given;
import jp.kiyome.quarantine.fixture.PaperSanitizer;
import jp.kiyome.quarantine.fixture.PostgresServer;
import jp.kiyome.quarantine.fixture.ReprocessBench;
import jp.kiyome.quarantine.reprocess.remote.Broker;
import jp.kiyome.quarantine.reprocess.source.Selection;
import jp.kiyome.quarantine.reprocess.work.Treatments;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;

/** A process that runs, or works on parts of a run, until it is done or killed. */
final class RunProcess {

    /** Enough for files that are under way whenever the process is killed. */
    static final int TRIES = 50;

    private RunProcess() {}

    /** run|work, folder of the store, URL of the server or nothing, pace in milliseconds, folder outside or nothing, broker, policy of the tax office. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[1]);
        StoreSettings settings = settings(folder, arguments[2]);
        PaperSanitizer sanitizer =
                new PaperSanitizer(ReprocessBench.NEW, Duration.ofMillis(Long.parseLong(arguments[3])));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Store store = Store.open(settings, InstantSource.system())) {
            out.println("ready");
            if (arguments[0].equals("run")) {
                run(store, sanitizer, selection(arguments[4]), out);
            } else {
                Treatments treatments = arguments.length > 6
                        ? ReprocessBench.treatments(sanitizer, new PaperSanitizer(arguments[6], Duration.ZERO), TRIES)
                        : Treatments.alike(ReprocessBench.treatment(sanitizer, TRIES));
                work(store, settings, treatments, arguments[5], out);
                out.println("files " + sanitizer.files());
            }
        }
        out.println("heap "
                + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000);
    }

    static Selection selection(String outside) {
        return outside.isEmpty()
                ? ReprocessBench.everything()
                : new Selection.Outside(Selection.Form.FOLDER, Path.of(outside));
    }

    private static StoreSettings settings(Path folder, String url) {
        StoreSettings inFolder = StoreSettings.in(folder);
        return url.isEmpty()
                ? inFolder
                : new StoreSettings(
                        PostgresServer.settings(url), inFolder.originals(), inFolder.cleaned(), inFolder.masterKeys());
    }

    private static void run(Store store, PaperSanitizer sanitizer, Selection selection, PrintStream out) {
        Watcher watcher = new Watcher() {
            @Override
            public void selected(long total, long done) {
                out.println("selected " + total + " " + done);
            }

            @Override
            public void progress(long done, long total) {
                out.println("progress " + done);
            }
        };
        var tally = new Reprocessor(
                        store,
                        Given.CITY,
                        Given.SUZUKI,
                        Treatments.alike(ReprocessBench.treatment(sanitizer, TRIES)),
                        InstantSource.system())
                .run(new Request(selection, false, false, 2, Optional.empty()), watcher, told -> {});
        out.println("done " + tally);
    }

    private static void work(Store store, StoreSettings settings, Treatments treatments, String broker, PrintStream out)
            throws IOException, InterruptedException {
        AtomicBoolean wanted = new AtomicBoolean(true);
        Thread.ofVirtual().start(() -> {
            try {
                System.in.read();
            } catch (IOException e) {
                out.println(e);
            }
            wanted.set(false);
        });
        new PartWorker(
                        store,
                        (DatabaseSettings.PostgreSql) settings.database(),
                        Given.SUZUKI,
                        Map.of(Given.CITY, treatments),
                        InstantSource.system())
                .work(new Broker(broker, "kiyome", "loopback", Broker.QUEUE), 1, wanted::get);
    }
}
