package jp.kiyome.image.ico;

/**
 * One entry of the directory as the file has it.
 *
 * @param width 1 to 256
 * @param height 1 to 256
 * @param hotX planes of an icon, the hot spot of a cursor
 * @param hotY bits of an icon, the hot spot of a cursor
 * @param length of the picture, in bytes
 * @param offset of the picture
 */
record IconEntry(int width, int height, int hotX, int hotY, long length, long offset) {}
