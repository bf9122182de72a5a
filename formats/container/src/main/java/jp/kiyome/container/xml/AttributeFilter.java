package jp.kiyome.container.xml;

import jp.kiyome.core.finding.Action;

/** Goes over the attributes of one element, and over its text where that is judged as a whole. */
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
            switch (rules.find(name)) {
                case null -> drop(attributes, i, "structure.unknown-attribute", type, "");
                case AttributeRule.Drop(String code) -> drop(attributes, i, code, type, "");
                case AttributeRule.Keep(ValueRule rule, boolean required) -> {
                    String refused = judge(rule, attributes.value(i), element);
                    if (!refused.isEmpty()) {
                        drop(attributes, i, refused, type, attributes.value(i).toString());
                        if (required) {
                            return refused;
                        }
                    }
                }
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
        return switch (rule) {
            case ValueRule.Delegated delegated -> host.judge(delegated.name(), delegated.arguments(), value, element);
            case ValueRule.Either either -> either(either, value, element);
            case ValueRule.Plain plain -> plain.accepts(value) ? FilterHost.ACCEPTED : NOT_ALLOWED;
            case ValueRule.AnyText any -> FilterHost.ACCEPTED;
        };
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
