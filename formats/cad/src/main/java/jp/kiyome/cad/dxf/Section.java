package jp.kiyome.cad.dxf;

/**
 * A section of a drawing.
 *
 * @param start where its first pair behind the name begins, in bytes
 */
record Section(String name, long start) {}
