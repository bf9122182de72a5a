package jp.kiyome.quarantine.store;

import static jp.kiyome.quarantine.fixture.Given.CITY;
import static jp.kiyome.quarantine.fixture.Given.GATEWAY;
import static jp.kiyome.quarantine.fixture.Given.NOON;
import static jp.kiyome.quarantine.fixture.Given.SUZUKI;
import static jp.kiyome.quarantine.fixture.Given.TOWN;
import static jp.kiyome.quarantine.fixture.Given.arrival;
import static jp.kiyome.quarantine.fixture.Given.bytes;
import static jp.kiyome.quarantine.fixture.Given.conclusion;
import static jp.kiyome.quarantine.fixture.Given.rebuilt;
import static jp.kiyome.quarantine.fixture.Given.staged;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.audit.AuditTrail;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.TrailCriteria;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.fixture.TestDatabase;
import jp.kiyome.quarantine.heartbeat.Heartbeat;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Opinion;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.outbox.Letter;
import jp.kiyome.quarantine.reprocess.task.Plan;
import jp.kiyome.quarantine.waiting.Claim;
import jp.kiyome.quarantine.waiting.End;
import jp.kiyome.quarantine.waiting.Waiter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stranger knows everything of the city's item: its id, its hash, its state. Through no public method, called for the stranger's own
 * organisation, does anything of it come out or change. Methods are found by reflection: a new one cannot be forgotten.
 */
abstract class StrangerContract {

    private static final String SECRET = "city-secret-7f3a";

    /** Names alone, and nobody's rows; of keys only under which each is. */
    private static final Set<Class<?>> BOUND = Set.of(Organisation.class, Change.class, Rows.class);

    private static final Set<String> WITHOUT_ORGANISATION = Set.of(
            "Organisations.all",
            "Organisations.masterKeys",
            "Organisations.addMasterKey",
            "Organisations.dropOtherMasterKeys",
            // Names of organisations, the tables of jobs, a name to hold; nobody's rows.
            "Database.organisations",
            "Database.ofJobs",
            "Database.hold",
            // The whole, for whoever keeps it.
            "Database.backUp",
            "Database.close");

    @TempDir
    Path folder;

    abstract TestDatabase fresh(Path folder) throws Exception;

    @Test
    void noPublicMethodReachesAnotherOrganisationsRows() throws Exception {
        TestDatabase database = fresh(folder);
        StoreSettings settings = new StoreSettings(
                database.settings(), folder.resolve("o"), folder.resolve("c"), folder.resolve("master.keys"));
        try (Store store = Store.open(settings, () -> NOON)) {
            store.organisations().enrol(CITY, GATEWAY);
            store.organisations().enrol(TOWN, GATEWAY);
            Item item = rebuilt(store, CITY, SECRET);
            store.items().assess(CITY, GATEWAY, item.id(), assessment(item));
            store.outbox().put(CITY, letter(SECRET));
            store.waiting().hold(CITY, waiter(item, SECRET));
            store.heartbeats().beat(CITY, GATEWAY, new Heartbeat(SECRET, NOON, Duration.ofMinutes(1), List.of()));
            String before = everything(store, item.id());
            List<String> tried = new ArrayList<>();
            for (Object service : services(store)) {
                for (Method method : methods(service)) {
                    tried.add(service.getClass().getSimpleName() + "." + method.getName());
                    StringBuilder seen = new StringBuilder();
                    call(store, service, method, item, seen);
                    assertThat(seen.toString())
                            .as(tried.getLast())
                            .doesNotContain(SECRET, item.original().sha256());
                }
            }
            assertThat(tried).hasSizeGreaterThan(15);
            assertThat(everything(store, item.id()))
                    .as("nothing of the city's changed")
                    .isEqualTo(before);
        }
    }

    private static List<Object> services(Store store) throws ReflectiveOperationException {
        List<Object> services = new ArrayList<>();
        for (Method method : Store.class.getDeclaredMethods()) {
            boolean gives = Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
            if (gives && method.getReturnType() != void.class) {
                assertThat(method.getParameterCount()).isZero();
                services.add(method.invoke(store));
            }
        }
        return services;
    }

    private static List<Method> methods(Object service) {
        return Arrays.stream(service.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                // Without a store there are no rows.
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> {
                    String name = service.getClass().getSimpleName() + "." + method.getName();
                    // A change and rows are one organisation's, and nobody else can make them.
                    boolean bound = method.getParameterCount() > 0 && BOUND.contains(method.getParameterTypes()[0]);
                    assertThat(bound || WITHOUT_ORGANISATION.contains(name))
                            .as(name + " asks whose it is")
                            .isTrue();
                    return bound;
                })
                .toList();
    }

    private static void call(Store store, Object service, Method method, Item item, StringBuilder seen)
            throws Exception {
        if (method.getParameterTypes()[0] == Organisation.class) {
            call(store, service, method, item, seen, Optional.empty());
            return;
        }
        List<Exception> thrown = store.ledger().change(TOWN, SUZUKI, change -> {
            try {
                call(store, service, method, item, seen, Optional.of(change));
                return List.of();
            } catch (Exception e) {
                return List.of(e);
            }
        });
        assertThat(thrown).isEmpty();
    }

    private static void call(
            Store store, Object service, Method method, Item item, StringBuilder seen, Optional<Change> change)
            throws Exception {
        Object[] arguments = Stream.of(method.getParameterTypes())
                .map(type -> inside(type, change).orElseGet(() -> argument(store, type, item, seen)))
                .toArray();
        try {
            show(method.invoke(service, arguments), seen);
        } catch (InvocationTargetException e) {
            // Refused: what it says must not tell either, but what the stranger named.
            seen.append(String.valueOf(Objects.requireNonNull(e.getCause()).getMessage())
                    .replace(item.original().sha256(), ""));
        }
    }

    private static Optional<Object> inside(Class<?> type, Optional<Change> change) {
        return type == Change.class
                ? change.map(one -> one)
                : type == Rows.class ? change.map(Change::rows) : Optional.empty();
    }

    private static void show(Object result, StringBuilder seen) throws Exception {
        if (result instanceof InputStream in) {
            try (in) {
                seen.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        if (result instanceof Staged staged) {
            // What the stranger itself has just written.
            assertThat(staged.place().organisation()).isEqualTo(TOWN);
            return;
        }
        seen.append(result);
    }

    private static Object argument(Store store, Class<?> type, Item item, StringBuilder seen) {
        Consumer<Object> listener = seen::append;
        Map<Class<?>, Object> known = new HashMap<>();
        known.put(Organisation.class, TOWN);
        known.put(Actor.class, SUZUKI);
        known.put(ItemId.class, item.id());
        known.put(Area.class, Area.ORIGINAL);
        known.put(String.class, item.original().sha256());
        known.put(State.class, State.DELIVERED);
        known.put(
                Criteria.class,
                Criteria.where().sha256(item.original().sha256()).build());
        known.put(Assessment.class, assessment(item));
        known.put(Instant.class, NOON.plus(Duration.ofDays(4000)));
        known.put(int.class, 100);
        known.put(boolean.class, true);
        known.put(UUID.class, item.id().value());
        known.put(Map.class, Map.of());
        known.put(Optional.class, Optional.empty());
        known.put(Heartbeat.class, new Heartbeat("web", NOON, Duration.ofMinutes(1), List.of()));
        known.put(Plan.class, new Plan("", "0.1.0", "policy-1", false));
        known.put(long.class, 0L);
        known.put(Consumer.class, listener);
        known.put(List.class, List.of());
        known.put(Set.class, Set.of(State.values()));
        known.put(TrailCriteria.class, TrailCriteria.any());
        known.put(Arrival.class, arrival("of the town", 5));
        known.put(Duration.class, Duration.ofMinutes(1));
        known.put(Letter.class, letter("of the town"));
        known.put(Waiter.class, waiter(item, "of the town"));
        known.put(
                End.class,
                new End(item.id(), "BLOCK", "VERDICT", Untrusted.of("of the town"), List.of("a threat"), NOON));
        known.put(Function.class, (Function<Object, Object>) anything -> "");
        known.put(Predicate.class, (Predicate<Object>) anything -> true);
        try {
            known.put(InputStream.class, bytes(""));
            known.put(Conclusion.class, conclusion("other", Verdict.BLOCKED));
            known.put(Staged.class, staged(store, TOWN, Area.ORIGINAL, "of the town"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(known).as("this test knows no value of " + type).containsKey(type);
        return Objects.requireNonNull(known.get(type));
    }

    /** Named like one of the city's. */
    private static Letter letter(String mail) {
        return Letter.of("a letter", "notice", "sato@midori.example.invalid", Optional.empty(), mail, NOON);
    }

    private static Waiter waiter(Item item, String note) {
        Claim claim = new Claim("cape", "7", "0".repeat(64), "about");
        return new Waiter(item.id(), Group.WHOLE, List.of(claim), "GO_ON", note, NOON);
    }

    private static Assessment assessment(Item item) {
        return new Assessment("clamd", item.original().sha256(), new Opinion.Threat(SECRET), NOON);
    }

    /** Asks for the city itself; which also shows that what the stranger does not see is there. */
    private static String everything(Store store, ItemId id) {
        Item item = store.items().find(CITY, id).orElseThrow();
        List<Hit> hits = store.items()
                .search(CITY, Criteria.where().sha256(item.original().sha256()).build(), 10);
        AuditTrail trail = store.trail();
        assertThat(hits).hasSize(1);
        assertThat(item.toString()).contains(SECRET);
        return item + "\n" + hits + "\n" + trail.events(CITY, id) + "\n"
                + trail.notes(CITY, id) + store.outbox().waiting(CITY)
                + store.waiting().waiting(CITY) + "\n"
                + store.check().check(CITY, GATEWAY);
    }
}
