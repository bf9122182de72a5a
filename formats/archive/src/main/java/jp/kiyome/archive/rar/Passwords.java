package jp.kiyome.archive.rar;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.limit.Budget;

/** The passwords at hand, the one that fits, and the keys that were made of them, which take long to make. Not thread-safe. */
final class Passwords {

    /** Keys that are remembered: RAR 4 has another salt for each file. */
    private static final int REMEMBERED = 16;

    private final List<String> candidates;
    private final Budget budget;
    private final Map<String, Rar5Keys> made = new HashMap<>();
    private Optional<String> confirmed;

    /** @param confirmed the one that opened the headers already, where they are encrypted */
    Passwords(List<String> candidates, Optional<String> confirmed, Budget budget) {
        this.candidates = candidates;
        this.confirmed = confirmed;
        this.budget = budget;
    }

    List<String> candidates() {
        return confirmed.map(List::of).orElse(candidates);
    }

    Optional<String> confirmed() {
        return confirmed;
    }

    void confirm(String password) {
        confirmed = Optional.of(password);
    }

    Rar5Keys keys(String password, RarLock.Version5 lock) {
        String key = lock.rounds() + Arrays.toString(lock.salt()) + password;
        Rar5Keys keys = made.get(key);
        if (keys == null) {
            keys = Rar5Keys.of(password, lock, budget);
            if (made.size() >= REMEMBERED) {
                made.clear();
            }
            made.put(key, keys);
        }
        return keys;
    }

    Rar4Keys keys(String password, RarLock.Version4 lock) {
        return Rar4Keys.of(password, lock.salt(), budget);
    }
}
