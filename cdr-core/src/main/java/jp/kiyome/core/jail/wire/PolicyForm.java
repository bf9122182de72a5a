package jp.kiyome.core.jail.wire;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.Rule;

/** How a policy stands in a frame. */
final class PolicyForm {

    private PolicyForm() {}

    static void write(Policy policy, FrameWriter out) {
        out.text(policy.hash());
        out.list(policy.blockedTypes(), out::text);
        out.list(policy.findings().entrySet(), entry -> {
            out.text(entry.getKey());
            out.text(entry.getValue().word());
        });
        out.list(policy.approved(), out::text);
        out.list(policy.options().entrySet(), entry -> {
            out.text(entry.getKey());
            out.text(entry.getValue());
        });
        for (LimitName name : LimitName.values()) {
            out.number(policy.limits().get(name));
        }
    }

    static Policy read(FrameReader in) throws MalformedFrame {
        String hash = in.text(WireLimits.SHORT);
        Set<String> blockedTypes = words(in);
        Map<String, Rule> findings = new TreeMap<>();
        for (Map.Entry<String, String> said : pairs(in).entrySet()) {
            findings.put(said.getKey(), rule(said.getValue()));
        }
        Set<String> approved = words(in);
        return new Policy(hash, blockedTypes, findings, approved, pairs(in), limits(in));
    }

    private static Map<String, String> pairs(FrameReader in) throws MalformedFrame {
        Map<String, String> pairs = new TreeMap<>();
        int count = in.count(WireLimits.LIST, 8);
        for (int i = 0; i < count; i++) {
            pairs.put(in.text(WireLimits.NAME), in.text(WireLimits.NAME));
        }
        return pairs;
    }

    private static Rule rule(String word) throws MalformedFrame {
        for (Rule rule : Rule.values()) {
            if (rule.word().equals(word)) {
                return rule;
            }
        }
        throw new MalformedFrame("no such rule");
    }

    private static Set<String> words(FrameReader in) throws MalformedFrame {
        return new HashSet<>(in.list(WireLimits.LIST, () -> in.text(WireLimits.NAME)));
    }

    private static Limits limits(FrameReader in) throws MalformedFrame {
        Map<LimitName, Long> values = new TreeMap<>();
        for (LimitName name : LimitName.values()) {
            values.put(name, in.number());
        }
        try {
            return Limits.defaults().with(values);
        } catch (ArithmeticException e) {
            throw new MalformedFrame("no such limit");
        }
    }
}
