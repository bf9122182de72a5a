package jp.kiyome.container.xml;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A complex type of a vocabulary: which attributes, children and text an element of it may have. Its rules are worked out when
 * it is first used, so that a small document pays for the types it has.
 *
 * <p>Threads may share it.
 */
public final class ElementType {

    /**
     * What stands in the allow-list.
     *
     * @param variants children by the value of the {@code select} attribute; empty when there is none
     * @param select that attribute's name
     * @param needs children without which the element goes: one at least of each set
     * @param nonEmpty whether the element goes when nothing in it was kept
     * @param provisional whether only the end of the element shows if it stays
     */
    record Rules(
            NameTable<ChildRule> children,
            NameTable<AttributeRule> attributes,
            @Nullable ValueRule text,
            @Nullable XmlName select,
            Map<String, Variant> variants,
            List<Set<XmlName>> needs,
            boolean nonEmpty,
            boolean provisional) {}

    /**
     * What an element may contain when its {@code select} attribute has a certain value.
     *
     * @param dropped the code under which the whole element goes, or an empty string
     */
    record Variant(NameTable<ChildRule> children, String dropped) {}

    private final String key;
    private final Supplier<Rules> source;
    private volatile @Nullable Rules rules;

    ElementType(String key, Supplier<Rules> source) {
        this.key = key;
        this.source = source;
    }

    /** As in the allow-lists: {@code vocabulary:CT_Name}. */
    public String key() {
        return key;
    }

    Rules rules() {
        Rules known = rules;
        if (known == null) {
            known = source.get();
            rules = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return key;
    }
}
