package jp.kiyome.office.ooxml;

/**
 * A relationship as a package has it (ECMA-376-2 §9.3).
 *
 * @param id unique among those of one source
 * @param type short where it stands behind a base of {@code parts.allow}
 * @param target as written
 * @param external whether it leads out of the package
 */
record Relationship(String id, String type, String target, boolean external) {}
