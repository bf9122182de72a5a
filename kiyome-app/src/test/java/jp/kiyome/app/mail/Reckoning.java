package jp.kiyome.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Items;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreFault;
import jp.kiyome.quarantine.store.StoreSettings;

/**
 * Where every mail is in the end.
 *
 * @param held addresses whose mail the store has, for somebody to decide about
 * @param faults of the store; files without a row, which a kill leaves, are none
 */
record Reckoning(Set<String> held, List<StoreFault> faults) {

    private static final Actor AUDITOR = Actor.service("auditor");
    private static final List<Organisation> ALL = List.of(new Organisation("city-a"), new Organisation("city-b"));

    /** Opens a store that nobody else has open, and reads every mail in it that was not delivered. */
    static Reckoning of(Path store) throws IOException {
        Set<String> held = new HashSet<>();
        List<StoreFault> faults = new java.util.ArrayList<>();
        try (Store open = Store.open(StoreSettings.in(store), InstantSource.system())) {
            for (Organisation organisation : ALL) {
                Criteria all = Criteria.any();
                List<Hit> page = open.items().search(organisation, all, Items.MOST_HITS);
                while (!page.isEmpty()) {
                    for (Hit hit : page) {
                        add(open, organisation, hit, held);
                    }
                    page = open.items()
                            .search(organisation, all.after(page.getLast().cursor()), Items.MOST_HITS);
                }
                open.check().check(organisation, AUDITOR).faults().stream()
                        .filter(fault -> fault.kind() != StoreFault.Kind.UNUSED)
                        .forEach(faults::add);
            }
        }
        return new Reckoning(held, faults);
    }

    /** What is in progress was never answered for; what is delivered must be with the next hop. */
    private static void add(Store open, Organisation organisation, Hit hit, Set<String> held) throws IOException {
        if (hit.state() != State.HELD && hit.state() != State.RECEIVED) {
            return;
        }
        Item item = open.items().find(organisation, hit.id()).orElseThrow();
        try (InputStream original = open.blobs().openForEngine(organisation, hit.id())) {
            String mail = new String(original.readAllBytes(), StandardCharsets.UTF_8);
            for (Untrusted recipient : item.arrival().recipients()) {
                String address = recipient.unescaped();
                assertThat(NumberedMail.of(mail)).isEqualTo(NumberedMail.ofAddress("<" + address + ">"));
                held.add(address);
            }
        }
    }

    /** Addresses that were answered for with yes and got nothing. */
    Set<String> lost(Postman postman, TroubledHop hop) {
        Set<String> lost = new TreeSet<>(postman.accepted());
        lost.removeAll(hop.taken().keySet());
        lost.removeAll(held);
        return lost;
    }

    /** Mails that came more than once. */
    static long duplicates(TroubledHop hop) {
        return hop.taken().values().stream().mapToLong(times -> times.get() - 1).sum();
    }
}
