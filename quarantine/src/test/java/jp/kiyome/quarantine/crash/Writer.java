package jp.kiyome.quarantine.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.fixture.Given;
import jp.kiyome.quarantine.fixture.PostgresServer;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;

/** A process that fills a store until it is killed, and says of each item when it is safe. */
final class Writer {

    private Writer() {}

    /** Folder, URL of the server or nothing, seed. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        StoreSettings settings = StoreSettings.in(folder);
        if (!arguments[1].isEmpty()) {
            settings = new StoreSettings(
                    PostgresServer.settings(arguments[1]),
                    settings.originals(),
                    settings.cleaned(),
                    settings.masterKeys());
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Random lot = new Random(Long.parseLong(arguments[2]));
        try (Store store = Store.open(settings, InstantSource.system())) {
            store.organisations().enrol(Given.CITY, Given.GATEWAY);
            out.println("ready");
            Thread other = new Thread(() -> fill(store, new Random(lot.nextLong()), out));
            other.start();
            fill(store, lot, out);
        }
    }

    private static void fill(Store store, Random lot, PrintStream out) {
        try {
            for (long number = 0; ; number++) {
                item(store, "mail " + lot.nextInt(1000) + "x".repeat(lot.nextInt(100_000)), number, out);
                if (lot.nextInt(4) == 0) {
                    store.retention().eraseExpired(Given.CITY, Given.GATEWAY, Instant.now());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void item(Store store, String bytes, long number, PrintStream out) throws IOException {
        Instant now = Instant.now();
        Arrival like = Given.arrival("mail " + number, number);
        boolean brief = number % 3 == 0;
        Arrival arrival = new Arrival(
                ItemId.at(now.toEpochMilli()),
                like.kind(),
                like.group(),
                like.sender(),
                like.recipients(),
                like.title(),
                now,
                brief ? now : now.plusSeconds(1_000_000));
        Staged original = Given.staged(store, Given.CITY, Area.ORIGINAL, bytes);
        store.items().accept(Given.CITY, Given.GATEWAY, arrival, original);
        out.println("accepted " + arrival.id() + " " + original.digest().sha256());
        store.items().move(Given.CITY, Given.GATEWAY, arrival.id(), State.PROCESSING, "");
        Staged output = Given.staged(store, Given.CITY, Area.CLEANED, "clean " + bytes);
        store.items()
                .conclude(
                        Given.CITY,
                        Given.GATEWAY,
                        arrival.id(),
                        Given.conclusion(bytes, Verdict.REBUILT),
                        List.of(output),
                        "");
        out.println("rebuilt " + arrival.id() + " " + original.digest().sha256());
    }
}
