package jp.kiyome.office.ooxml;

/** A relationship that is kept. */
sealed interface Outgoing {

    /** Its id in the output. */
    String id();

    /** As {@code parts.allow} writes it. */
    String type();

    /** To a part that is carried. */
    record ToPart(String id, String type, CarriedPart part) implements Outgoing {}

    /** Out of the package: a hyperlink. */
    record ToTarget(String id, String type, String target) implements Outgoing {}

    /** To a part that will be carried, once it is certain that what names it stays. */
    record Planned(String id, String type, PartKind kind, jp.kiyome.container.zip.ZipMember member)
            implements Outgoing {}
}
