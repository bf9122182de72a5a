package jp.kiyome.mail.authentication.dns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The domain name system of a test: what nobody put in is not there. */
public final class Zone implements Resolver {

    private final Map<Question, List<String>> records = new ConcurrentHashMap<>();
    private final Set<String> troubled = new HashSet<>();
    private final AtomicInteger asked = new AtomicInteger();

    public Zone txt(String name, String... texts) {
        return put(name, RecordType.TXT, texts);
    }

    public Zone a(String name, String... addresses) {
        return put(name, RecordType.A, addresses);
    }

    public Zone aaaa(String name, String... addresses) {
        return put(name, RecordType.AAAA, addresses);
    }

    public Zone mx(String name, String... hosts) {
        return put(name, RecordType.MX, hosts);
    }

    public Zone ptr(String name, String... hosts) {
        return put(name, RecordType.PTR, hosts);
    }

    private Zone put(String name, RecordType type, String... values) {
        records.computeIfAbsent(new Question(name, type), none -> new ArrayList<>())
                .addAll(List.of(values));
        return this;
    }

    /** A name whose servers answer nothing useful. */
    public Zone trouble(String name) {
        troubled.add(name);
        return this;
    }

    public int asked() {
        return asked.get();
    }

    public Lookups lookups() {
        return new Lookups(this, Deadline.in(java.time.Duration.ofMinutes(5)), 1000);
    }

    @Override
    public Answer ask(Question question, Deadline deadline) {
        asked.incrementAndGet();
        if (troubled.contains(question.name())) {
            return new Answer.Trouble();
        }
        List<String> found = records.getOrDefault(question, List.of());
        return found.isEmpty() ? new Answer.Nothing(60) : new Answer.Found(found, 60);
    }
}
