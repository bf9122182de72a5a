package jp.kiyome.mail.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.kiyome.mail.settings.OrganisationSettings;

/** So many mails of each organisation at a time: one that floods, or whose next hop hangs, uses up its own turns alone. Threads share it. */
final class Turns {

    private final Map<String, Semaphore> places = new HashMap<>();
    private final Duration patience;

    /** @param organisations and their groups */
    Turns(List<OrganisationSettings> organisations, Duration patience) {
        this.patience = patience;
        for (OrganisationSettings one : organisations) {
            if (one.unit().ownTurns()) {
                places.put(one.turns(), new Semaphore(one.concurrency(), true));
            }
        }
    }

    /** A turn of each of some organisations. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits a little; empty where one of them has none. */
    Optional<Turn> take(List<Share> shares) throws InterruptedException {
        List<Semaphore> taken = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        shares.forEach(share -> names.add(share.route().organisation().turns()));
        for (String name : names) {
            Semaphore place = places.getOrDefault(name, new Semaphore(0));
            if (!place.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                taken.forEach(Semaphore::release);
                return Optional.empty();
            }
            taken.add(place);
        }
        return Optional.of(() -> taken.forEach(Semaphore::release));
    }
}
