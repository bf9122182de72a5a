package jp.kiyome.core.policy.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Untrusted;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The small part of YAML that policies use: mappings and plain values. Objects are never constructed from it. */
final class YamlSource {

    static final int MOST_BYTES = 1 << 20;

    /** What values without a tag are taken for (YAML 1.2, 10.2 JSON schema). */
    private static final Set<Tag> USUAL_TAGS =
            Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);

    private final Problems problems;

    YamlSource(Problems problems) {
        this.problems = problems;
    }

    /** The one document of a file, or empty with a problem told. */
    Optional<Node> root(byte[] file) {
        if (file.length > MOST_BYTES) {
            problems.add(Optional.empty(), PolicyMessage.TOO_LARGE, MOST_BYTES);
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
            if (root.isEmpty()) {
                problems.add(Optional.empty(), PolicyMessage.EMPTY);
            }
            return root;
        } catch (CharacterCodingException e) {
            problems.add(Optional.empty(), PolicyMessage.NOT_UTF_8);
        } catch (MarkedYamlEngineException e) {
            problems.add(e.getProblemMark(), PolicyMessage.SYNTAX, Untrusted.of(e.getProblem()));
        } catch (YamlEngineException e) {
            problems.add(Optional.empty(), PolicyMessage.SYNTAX, Untrusted.of(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /** The entries of a mapping in their order; a key that stands twice is a problem. */
    Map<ScalarNode, Node> entries(String where, Node node) {
        Map<ScalarNode, Node> entries = new LinkedHashMap<>();
        if (isOdd(node)) {
            return entries;
        }
        if (!(node instanceof MappingNode mapping)) {
            problems.add(node, PolicyMessage.NOT_A_MAPPING, where);
            return entries;
        }
        Map<String, ScalarNode> seen = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(tuple.getKeyNode(), PolicyMessage.NOT_A_WORD, where);
            } else if (seen.putIfAbsent(key.getValue(), key) != null) {
                problems.add(key, PolicyMessage.TWICE, Untrusted.of(key.getValue()));
            } else if (!isOdd(key)) {
                entries.put(key, tuple.getValueNode());
            }
        }
        return entries;
    }

    /** The values of a list. */
    List<Node> items(String where, Node node) {
        if (isOdd(node)) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problems.add(node, PolicyMessage.NOT_A_LIST, where);
        return List.of();
    }

    /** The text of a plain or quoted value. */
    Optional<String> word(String where, Node node) {
        if (isOdd(node)) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
            return Optional.of(scalar.getValue());
        }
        problems.add(node, PolicyMessage.NOT_A_WORD, where);
        return Optional.empty();
    }

    private boolean isOdd(Node node) {
        boolean odd = node.getAnchor().isPresent() || !USUAL_TAGS.contains(node.getTag());
        if (odd) {
            problems.add(node, PolicyMessage.ANCHOR);
        }
        return odd;
    }
}
