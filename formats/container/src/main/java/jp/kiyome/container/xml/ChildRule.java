package jp.kiyome.container.xml;

/** What becomes of a child element that an allow-list names. */
sealed interface ChildRule {

    /** It is copied, its inside judged by the type; when a required one is refused, the element around it goes too. */
    record Keep(ElementType type, boolean required) implements ChildRule {}

    /** It goes; what is inside stays, judged by the type. */
    record Unwrap(ElementType type) implements ChildRule {}

    /** It goes with everything inside. */
    record Drop(String code) implements ChildRule {}
}
