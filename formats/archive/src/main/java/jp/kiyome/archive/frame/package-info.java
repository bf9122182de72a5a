/** Frames around one compressed file: gzip, bzip2, xz, and compress, which is only read. */
@NullMarked
package jp.kiyome.archive.frame;

import org.jspecify.annotations.NullMarked;
