package jp.kiyome.image.ico;

import jp.kiyome.core.content.Content;

/**
 * A rebuilt picture of an icon.
 *
 * @param bits a pixel
 * @param colours in its palette, 0 for none or 256
 */
record IconPicture(int width, int height, int bits, int colours, Content content) {}
