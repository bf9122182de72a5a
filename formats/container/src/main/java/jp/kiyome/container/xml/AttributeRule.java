package jp.kiyome.container.xml;

/** What becomes of an attribute that an allow-list names. */
sealed interface AttributeRule {

    /** It is copied when its value passes; a required one takes the element with it when not. */
    record Keep(ValueRule value, boolean required) implements AttributeRule {}

    record Drop(String code) implements AttributeRule {}
}
