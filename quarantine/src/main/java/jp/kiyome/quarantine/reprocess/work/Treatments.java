package jp.kiyome.quarantine.reprocess.work;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.item.Group;

/**
 * How the items of one organisation are processed again: each under the policy of its group. Immutable; threads may share it as far as
 * they may share what it is made of.
 *
 * @param whole for items of no group, of groups that are not named here, and for what comes from outside the store
 * @param groups for those of groups with a policy of their own; of the same engine, with as many tries
 */
public record Treatments(Treatment whole, Map<Group, Treatment> groups) {

    /** What the name of several policies begins with; that of one is its hash. */
    private static final String SEVERAL = "several-";

    public Treatments {
        groups = Map.copyOf(groups);
        Treatment first = whole;
        if (groups.values().stream()
                .anyMatch(one -> !one.engineVersion().equals(first.engineVersion()) || one.tries() != first.tries())) {
            throw new IllegalArgumentException("one engine does it all, and tries as often");
        }
    }

    /** The same for all. */
    public static Treatments alike(Treatment one) {
        return new Treatments(one, Map.of());
    }

    /** For an item of a group. */
    public Treatment of(Group group) {
        return groups.getOrDefault(group, whole);
    }

    public String engineVersion() {
        return whole.engineVersion();
    }

    /**
     * By what a run under these policies is known again: where all have one, its hash; else a name that is another when any group has
     * another.
     */
    public String policies() {
        Map<String, String> others = new TreeMap<>();
        groups.forEach((group, one) -> {
            if (!one.policyHash().equals(whole.policyHash())) {
                others.put(group.name(), one.policyHash());
            }
        });
        if (others.isEmpty()) {
            return whole.policyHash();
        }
        List<String> lines = new ArrayList<>(List.of(whole.policyHash()));
        others.forEach((group, hash) -> lines.add(group + '\n' + hash));
        byte[] all = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return SEVERAL + Digest.of(HeapContent.of(all)).sha256();
    }
}
