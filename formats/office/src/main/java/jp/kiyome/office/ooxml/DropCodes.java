package jp.kiyome.office.ooxml;

/** Under which kinds of finding relationships are dropped. */
final class DropCodes {

    private DropCodes() {}

    /** A relationship that may not be named where it was. */
    static String of(PartKinds kinds, Relationship relationship) {
        if (relationship.type().equals("oleObject") || relationship.type().equals("package")) {
            return relationship.external() ? "active.ole-link" : "active.ole-object";
        }
        String code = kinds.dropCode(relationship.type());
        return relationship.external() && code.equals("structure.unknown-relationship") ? "link.external" : code;
    }

    /** A relationship that its part might name, and does not. */
    static String unnamed(Relationship relationship) {
        return relationship.external() ? "link.external" : "structure.unreferenced-part";
    }

    /** A relationship that leads out of the package, where a part of the kind should be inside. */
    static String external(PartKind kind) {
        return switch (kind.name()) {
            case PartKind.IMAGE -> "link.image";
            case PartKind.PACKAGE -> "active.ole-link";
            default -> "link.external";
        };
    }
}
