package jp.kiyome.core.jail.wire;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;

/** How a policy stands in a frame. */
final class PolicyForm {

    private PolicyForm() {}

    static void write(Policy policy, FrameWriter out) {
        out.text(policy.hash());
        out.list(policy.blockedTypes(), out::text);
        out.list(policy.blocking(), out::text);
        out.list(policy.removing(), out::text);
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
        Set<String> blocking = words(in);
        Set<String> removing = words(in);
        Map<String, String> options = new TreeMap<>();
        int count = in.count(WireLimits.LIST, 8);
        for (int i = 0; i < count; i++) {
            options.put(in.text(WireLimits.NAME), in.text(WireLimits.NAME));
        }
        return new Policy(hash, blockedTypes, blocking, removing, options, limits(in));
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
