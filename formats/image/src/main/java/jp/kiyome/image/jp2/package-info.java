/** JPEG 2000: files (JP2) and bare codestreams, decoded to samples and encoded anew without loss. */
@NullMarked
package jp.kiyome.image.jp2;

import org.jspecify.annotations.NullMarked;
