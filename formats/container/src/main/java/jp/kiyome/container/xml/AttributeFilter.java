package jp.kiyome.container.xml;

import jp.kiyome.core.finding.Action;

/**
 * Goes over the attributes of one element, and over its text where that is judged as a whole.
 *
 * <p>Here and in {@link XmlFilter} sealed types are told apart by {@code instanceof}: a switch over them links a call site
 * anew in each process, which costs a cold start more than filtering a small part.
 */
final class AttributeFilter {

    private static final String NOT_ALLOWED = "structure.attribute-value";

    private final FilterHost host;

    AttributeFilter(FilterHost host) {
        this.host = host;
    }

    /** Drops what is not allowed. Gives the code under which the whole element goes, or an empty string. */
    String filter(ElementType type, XmlName element, Attributes attributes) {
        NameTable<AttributeRule> rules = type.rules().attributes();
        for (int i = 0; i < attributes.count(); i++) {
            XmlName name = attributes.name(i);
            if (Alternatives.instruction(name)) {
                attributes.drop(i);
                continue;
            }
            AttributeRule rule = rules.find(name);
            if (rule instanceof AttributeRule.Keep keep) {
                String refused = judge(keep.value(), attributes.value(i), element);
                if (!refused.isEmpty()) {
                    drop(attributes, i, refused, type, attributes.value(i).toString());
                    if (keep.required()) {
                        return refused;
                    }
                }
            } else {
                String code = rule instanceof AttributeRule.Drop drop ? drop.code() : "structure.unknown-attribute";
                drop(attributes, i, code, type, "");
            }
        }
        return "";
    }

    /** Gives the code under which the element goes because of its text, or an empty string. */
    String judgeText(ElementType type, Utf8 value, XmlName element) {
        ValueRule rule = type.rules().text();
        return rule == null ? NOT_ALLOWED : judge(rule, value, element);
    }

    private String judge(ValueRule rule, Utf8 value, XmlName element) {
        if (rule instanceof ValueRule.Plain plain) {
            return plain.accepts(value) ? FilterHost.ACCEPTED : NOT_ALLOWED;
        }
        if (rule instanceof ValueRule.Delegated delegated) {
            return host.judge(delegated.name(), delegated.arguments(), value, element);
        }
        if (rule instanceof ValueRule.Either either) {
            return either(either, value, element);
        }
        return rule instanceof ValueRule.AnyText ? FilterHost.ACCEPTED : NOT_ALLOWED;
    }

    /** When every rule refuses, the first that says more than that is right: other rules may just be of another shape. */
    private String either(ValueRule.Either either, Utf8 value, XmlName element) {
        String refused = NOT_ALLOWED;
        for (ValueRule rule : either.rules()) {
            String said = judge(rule, value, element);
            if (said.isEmpty()) {
                return said;
            }
            if (refused.equals(NOT_ALLOWED)) {
                refused = said;
            }
        }
        return refused;
    }

    private void drop(Attributes attributes, int index, String code, ElementType type, String detail) {
        if (!attributes.value(index).isEmpty()) {
            host.found(code, Action.REMOVED, type.key() + "/@" + attributes.name(index), detail);
        }
        attributes.drop(index);
    }
}
