package jp.kiyome.app.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.account.WebTables;
import jp.kiyome.approval.intake.TakeIn;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.server.WebSettings;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;

/** {@code kiyome serve --demo}: the web application over a store of its own, with people and samples, gone when it ends. */
final class DemoCommand {

    private static final Organisation CITY = new Organisation("midori-city");
    private static final Group SOUMU = new Group("総務課");
    private static final Actor WHO = Actor.service("demo");
    private static final Duration KEEP = Duration.ofDays(30);
    private static final long LARGEST = 200L << 20;

    private final Call call;
    private final Workshop workshop;
    private final Voice voice;
    private final InstantSource clock = InstantSource.system();

    DemoCommand(Call call, Workshop workshop) {
        this.call = call;
        this.workshop = workshop;
        this.voice = call.voice();
    }

    ExitCode run() throws FileTrouble {
        WebServing serving = new WebServing(call, workshop, Optional.empty());
        int port = WebCommand.port(call);
        try {
            Path folder = Files.createTempDirectory("kiyome-demo-");
            try {
                return serve(serving, folder, port);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            voice.complain(Say.CANNOT_SERVE, Voice.shown(String.valueOf(e.getMessage())));
            return ExitCode.IO;
        } finally {
            serving.putAway();
        }
    }

    private ExitCode serve(WebServing serving, Path folder, int port) throws IOException, FileTrouble {
        StoreSettings settings = StoreSettings.in(folder.resolve("store"));
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        WebSettings web = WebSettings.loopback(port, scratch);
        WebPolicies policies = WebPolicies.read(workshop, List.of(), Set.of(), web, Optional.empty());
        try (Store store = Store.open(settings, clock, List.of(WebTables.TABLES))) {
            store.organisations().enrol(CITY, WHO);
            voice.report(voice.text(Say.DEMO_FOLDER, Voice.shown(folder)));
            Accounts accounts = new Accounts(store, clock);
            Person clerk = person(accounts, "tanaka", "田中 花子", Role.CLERK, Role.ORIGINAL_RECEIVER);
            person(accounts, "sato", "佐藤 一郎", Role.APPROVER, Role.CLERK);
            person(
                    accounts,
                    "suzuki",
                    "鈴木 次郎",
                    Role.QUARANTINE_OFFICER,
                    Role.POLICY_ADMINISTRATOR,
                    Role.AUDITOR,
                    Role.SYSTEM_ADMINISTRATOR);
            return serving.serve(new WebServing.Served(store, settings, web), policies, works -> new Samples(
                            store, works, clerk, scratch)
                    .take());
        }
    }

    private Person person(Accounts accounts, String name, String fullName, Role... roles) {
        List<Grant> grants = Stream.of(roles).map(Grant::everywhere).toList();
        Person person = new Person(
                CITY,
                new AccountName(name),
                Untrusted.of(fullName),
                name + "@midori-city.example.invalid",
                SOUMU,
                grants);
        String first = accounts.add(WHO, person).orElseThrow();
        String password = first + "-demo";
        Person signedUp = accounts.changePassword(CITY, person.name(), first, password)
                .orElseThrow()
                .person();
        voice.report(voice.text(Say.DEMO_PERSON, fullName, CITY, name, password));
        return signedUp;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Mails and files for the clerk, sanitized by the same workers as everything else. */
    private final class Samples {

        private final Store store;
        private final TakeIn takeIn;
        private final Person clerk;

        Samples(Store store, WebWorks works, Person clerk, Path scratch) {
            this.store = store;
            this.clerk = clerk;
            this.takeIn = new TakeIn(store, works::works, new TakeIn.Settings(LARGEST, KEEP, scratch), clock);
        }

        void take() throws IOException {
            for (DemoSample sample : DemoSample.FILES) {
                takeIn.take(clerk, Untrusted.of(sample.name()), new ByteArrayInputStream(sample.bytes()), List.of());
            }
            Item delivered = takeIn.unlock(clerk, mail(DemoSample.NEWSLETTER), List.of());
            move(delivered, State.DELIVERED, "");
            Item held = takeIn.unlock(clerk, mail(DemoSample.INVOICE), List.of());
            move(held, State.HELD, "demo");
        }

        private void move(Item item, State to, String why) {
            if (item.state().next().contains(to)) {
                store.items().move(CITY, WHO, item.id(), to, why);
            }
        }

        private Item mail(DemoSample mail) throws IOException {
            Staged staged = store.blobs().stage(CITY, Area.ORIGINAL, new ByteArrayInputStream(mail.bytes()), LARGEST);
            Instant now = clock.instant();
            Arrival arrival = new Arrival(
                    ItemId.at(now.toEpochMilli()),
                    Kind.MAIL,
                    SOUMU,
                    Untrusted.of("info@sender.example.invalid"),
                    List.of(Untrusted.of(clerk.mail())),
                    Untrusted.of(mail.name()),
                    now,
                    now.plus(KEEP));
            store.items().accept(CITY, WHO, arrival, staged);
            return store.items().find(CITY, arrival.id()).orElseThrow();
        }
    }
}
