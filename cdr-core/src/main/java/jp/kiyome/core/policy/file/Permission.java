package jp.kiyome.core.policy.file;

import java.util.Set;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.Lets;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Tells of every value in a file that the level above does not let be said. */
final class Permission {

    /** Deeper than any word of a policy: what is nested further, or in itself, is judged by its place. */
    private static final int MOST_DEPTH = 6;

    /** What belongs to the file itself. */
    private static final Set<String> OF_THE_FILE = Set.of("version", "lets");

    private final Problems problems;
    private final Lets above;

    Permission(Problems problems, Lets above) {
        this.problems = problems;
        this.above = above;
    }

    void insist(Node root) {
        if (!above.equals(Lets.everything())) {
            inside("", root, 0);
        }
    }

    private void inside(String path, Node node, int depth) {
        if (!(node instanceof MappingNode mapping)) {
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                entry(path.isEmpty() ? key.getValue() : path + "." + key.getValue(), key, tuple.getValueNode(), depth);
            }
        }
    }

    private void entry(String path, ScalarNode key, Node value, int depth) {
        if (depth == 0 && OF_THE_FILE.contains(path)) {
            return;
        }
        if (value instanceof MappingNode && depth < MOST_DEPTH) {
            inside(path, value, depth + 1);
        } else if (!above.lets(path)) {
            problems.add(key, PolicyMessage.NOT_LET, Untrusted.of(path));
        }
    }
}
