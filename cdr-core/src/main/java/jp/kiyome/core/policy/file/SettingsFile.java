package jp.kiyome.core.policy.file;

import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads other files of settings in the strict YAML of policies: all of a file or nothing, with every fault by its line. Stateless. */
public final class SettingsFile {

    private SettingsFile() {}

    /**
     * Reads a file.
     *
     * @param name of the whole, in what is said of faults
     * @param reader tells every fault to the entry it stands in; what it returns beside a fault is not used
     * @throws PolicyInvalid with every problem found
     */
    public static <T> T read(byte[] file, String name, Function<PolicyEntry, T> reader) {
        Problems problems = new Problems();
        YamlSource source = new YamlSource(problems);
        Optional<T> read = source.root(file).map(root -> reader.apply(entry(source, problems, name, root)));
        problems.throwIfAny();
        return read.orElseThrow();
    }

    private static PolicyEntry entry(YamlSource source, Problems problems, String name, Node root) {
        ScalarNode key = new ScalarNode(Tag.STR, true, name, ScalarStyle.PLAIN, root.getStartMark(), root.getEndMark());
        return new PolicyEntry(source, problems, name, key, root);
    }
}
