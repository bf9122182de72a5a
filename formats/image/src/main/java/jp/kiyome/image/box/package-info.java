/** Boxes, of which JPEG 2000 files and those of the ISO base media format consist. */
@NullMarked
package jp.kiyome.image.box;

import org.jspecify.annotations.NullMarked;
