package jp.kiyome.cad.dwg;

/**
 * An object in a drawing of AutoCAD 2000.
 *
 * @param type its number: below 500 the same in every drawing, else that of a class
 * @param from where it begins
 * @param length bytes, with its size and check sum
 */
record DwgObject(long handle, int type, long from, int length) {}
