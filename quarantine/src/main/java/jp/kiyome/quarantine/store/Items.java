package jp.kiyome.quarantine.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.audit.AuditTrail;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.IllegalMove;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Opinion;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.SenderIdentity;
import jp.kiyome.quarantine.item.State;

/**
 * The items of organisations. What a method has changed is on disk when it returns, with its record in the trail; what throws has
 * changed nothing. Threads and processes may share it.
 */
public final class Items {

    /** Hits of one page at most. */
    public static final int MOST_HITS = 1000;

    private final Ledger ledger;
    private final BlobRows blobs;

    Items(Ledger ledger, BlobRows blobs) {
        this.ledger = ledger;
        this.blobs = blobs;
    }

    /**
     * Takes an item in. When this returns nothing can lose it.
     *
     * @param original staged by {@link Blobs#stage}
     * @return false when it was taken in before, by the same id and with the same bytes
     * @throws IllegalArgumentException when another item has this id
     */
    public boolean accept(Organisation organisation, Actor who, Arrival arrival, Staged original) {
        return accept(organisation, who, arrival, original, Optional.empty());
    }

    /** The same with who it is from, where somebody has found out. */
    public boolean accept(
            Organisation organisation, Actor who, Arrival arrival, Staged original, Optional<SenderIdentity> sender) {
        insistArea(original, Area.ORIGINAL);
        return ledger.change(organisation, who, change -> {
            Optional<Item> known = new ItemReading(change.rows(), arrival.id()).find();
            if (known.isPresent()) {
                if (known.get().original().equals(original.digest())) {
                    return false;
                }
                throw new IllegalArgumentException("another item has this id: " + arrival.id());
            }
            accept(change, blobs, arrival, original);
            sender.ifPresent(from -> SenderRows.insert(change.rows(), arrival.id(), from));
            return true;
        });
    }

    static void accept(Change change, BlobRows blobs, Arrival arrival, Staged original) {
        ItemRows.insert(change.rows(), arrival, original.digest());
        blobs.use(change, arrival.id(), original);
        Keywords.index(change.rows(), arrival, original.digest(), List.of());
        recordState(
                change,
                arrival.id(),
                State.RECEIVED,
                "",
                Map.of("sha256", original.digest().sha256()));
    }

    /**
     * Moves an item to another state.
     *
     * @param why in the words of who does it
     * @throws IllegalMove when there is no such move; the states that processing ends in are {@link #conclude}'s, and that of an
     *     erased item is {@link Retention}'s
     */
    public Item move(Organisation organisation, Actor who, ItemId id, State to, String why) {
        return ledger.change(organisation, who, change -> move(change, id, to, why));
    }

    /** The same as part of a change that does more. */
    public Item move(Change change, ItemId id, State to, String why) {
        Item item = existing(change, id);
        if (to.isConclusion() || to == State.ERASED) {
            throw new IllegalMove(item.state(), to);
        }
        move(change, item, to, why, Map.of());
        return existing(change, id);
    }

    /**
     * Ends the processing of an item with what it came to. What an earlier processing came to is forgotten.
     *
     * @param cleaned outputs of its parts, staged by {@link Blobs#stage}; that of the whole is among them when it was rebuilt
     */
    public Item conclude(
            Organisation organisation, Actor who, ItemId id, Conclusion conclusion, List<Staged> cleaned, String why) {
        insistOutputs(conclusion.root(), cleaned);
        return ledger.change(organisation, who, change -> {
            conclude(change, blobs, existing(change, id), conclusion, cleaned, why);
            return existing(change, id);
        });
    }

    /**
     * Takes an item in with what its processing came to: {@link #accept}, the move to processing and {@link #conclude} as one change,
     * which is on disk or is not. What was taken in before goes on from where it stands; what has been concluded stays as it is.
     *
     * @param sender who it is from, where somebody has found out
     * @return where it stands now
     */
    public State file(
            Organisation organisation,
            Actor who,
            Arrival arrival,
            Staged original,
            Conclusion conclusion,
            List<Staged> cleaned,
            Optional<SenderIdentity> sender) {
        insistArea(original, Area.ORIGINAL);
        insistOutputs(conclusion.root(), cleaned);
        return ledger.change(organisation, who, change -> {
            if (new ItemReading(change.rows(), arrival.id()).find().isEmpty()) {
                accept(change, blobs, arrival, original);
                sender.ifPresent(from -> SenderRows.insert(change.rows(), arrival.id(), from));
            }
            Item item = existing(change, arrival.id());
            if (!item.original().equals(original.digest())) {
                throw new IllegalArgumentException("another item has this id: " + arrival.id());
            }
            if (item.state().isAtRest()) {
                return item.state();
            }
            if (item.state() == State.RECEIVED) {
                move(change, item, State.PROCESSING, "", Map.of());
            }
            conclude(change, blobs, existing(change, arrival.id()), conclusion, cleaned, "");
            return conclusion.state();
        });
    }

    static void conclude(
            Change change, BlobRows blobs, Item item, Conclusion conclusion, List<Staged> cleaned, String why) {
        ItemId id = item.id();
        move(change, item, conclusion.state(), why, detail(conclusion));
        if (item.conclusion().isPresent()) {
            blobs.release(change, id, Area.CLEANED);
            ItemRows.forgetConclusion(change.rows(), id);
        }
        ItemRows.conclude(change.rows(), id, conclusion);
        for (Staged one : cleaned) {
            blobs.use(change, id, one);
        }
        Keywords.index(
                change.rows(),
                item.arrival(),
                item.original(),
                conclusion.root().all().toList());
    }

    private static Map<String, String> detail(Conclusion conclusion) {
        return Map.of(
                "engine", conclusion.engineVersion(),
                "policy", conclusion.policyHash(),
                "reason", conclusion.root().reason(),
                "output", conclusion.root().output().map(Digest::sha256).orElse(""));
    }

    /** Adds what somebody said of a file of an item. */
    public void assess(Organisation organisation, Actor who, ItemId id, Assessment assessment) {
        ledger.change(organisation, who, change -> {
            Item item = existing(change, id);
            assess(change, item, assessment);
            return item;
        });
    }

    static void assess(Change change, Item item, Assessment assessment) {
        ItemRows.assess(change.rows(), item.id(), assessment);
        boolean warns =
                switch (assessment.opinion()) {
                    case Opinion.Threat threat -> true;
                    case Opinion.Suspicious suspicious -> true;
                    case Opinion.NothingFound nothing -> false;
                    case Opinion.NotScanned not -> false;
                };
        if (warns) {
            Keywords.ofThreat(change.rows(), item.id(), item.arrival().received(), assessment.source());
        }
        OpinionColumns said = OpinionColumns.of(assessment.opinion());
        Map<String, String> detail =
                new TreeMap<>(Map.of("source", assessment.source(), "opinion", said.opinion(), "words", said.words()));
        if (!assessment.version().isEmpty()) {
            detail.put("version", StoredText.of(Untrusted.of(assessment.version())));
        }
        change.record("item.assessed", item.id().toString(), detail);
    }

    /** An item, whole. */
    public Optional<Item> find(Organisation organisation, ItemId id) {
        return ledger.read(organisation, rows -> find(rows, id));
    }

    /** The same as part of a change, or of a reading, that does more. */
    public Optional<Item> find(Rows rows, ItemId id) {
        return new ItemReading(rows, id).find();
    }

    /** How many items are in a state. */
    public long count(Organisation organisation, State state) {
        return ledger.read(organisation, rows -> rows.sql(
                        "select count(*) from item where organisation = :organisation and state = :state")
                .param("state", state.name())
                .query((row, number) -> row.getLong(1))
                .single());
    }

    /** Who an item is from; empty where nobody found out, and once it is erased. */
    public Optional<SenderIdentity> sender(Organisation organisation, ItemId id) {
        return ledger.read(organisation, rows -> SenderRows.find(rows, id));
    }

    /**
     * Items that are as asked for, newest first.
     *
     * @param most how many, up to {@link #MOST_HITS}
     */
    public List<Hit> search(Organisation organisation, Criteria criteria, int most) {
        return ledger.read(organisation, rows -> Search.run(rows, criteria, Math.min(Math.max(most, 1), MOST_HITS)));
    }

    static Item existing(Change change, ItemId id) {
        return new ItemReading(change.rows(), id).find().orElseThrow(() -> new NoSuchItem(id));
    }

    static void move(Change change, Item item, State to, String why, Map<String, String> detail) {
        item.state().insistMayBecome(to);
        ItemRows.state(change.rows(), item.id(), to, change.now());
        recordState(change, item.id(), to, why, detail);
    }

    private static void recordState(Change change, ItemId id, State to, String why, Map<String, String> detail) {
        Map<String, String> fields = new HashMap<>(detail);
        fields.put("to", to.name());
        fields.put("why", why);
        change.record(AuditTrail.STATE, id.toString(), fields);
    }

    static void insistArea(Staged staged, Area area) {
        if (staged.place().area() != area) {
            throw new IllegalArgumentException("staged as " + staged.place().area());
        }
    }

    static void insistOutputs(Part root, List<Staged> cleaned) {
        Set<Digest> outputs = root.all().flatMap(part -> part.output().stream()).collect(Collectors.toSet());
        for (Staged one : cleaned) {
            insistArea(one, Area.CLEANED);
            if (!outputs.contains(one.digest())) {
                throw new IllegalArgumentException("a file that is no output of this item");
            }
        }
        Optional<Digest> whole = root.output();
        if (whole.isPresent() && cleaned.stream().noneMatch(one -> one.digest().equals(whole.get()))) {
            throw new IllegalArgumentException("rebuilt, but the output is not staged");
        }
    }
}
