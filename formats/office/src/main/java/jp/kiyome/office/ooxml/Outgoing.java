package jp.kiyome.office.ooxml;

/** A relationship in the output. */
sealed interface Outgoing {

    String id();

    /** As {@code parts.allow} writes it. */
    String type();

    /** To a part. */
    record ToPart(String id, String type, CarriedPart part) implements Outgoing {}

    /** Out of the package: a hyperlink. */
    record ToTarget(String id, String type, String target) implements Outgoing {}
}
