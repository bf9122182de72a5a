/**
 * Strict, bounded readers of RAR archives, versions 4 and 5; there is no writer, the output is a ZIP archive.
 *
 * <p>Source: the RAR 5.0 archive format by its maker (rarlab.com, "technote"), cited as "technote"; for version 4 and for the
 * packed streams what programs of several makers agree on. No code of UnRAR stands here.
 */
@NullMarked
package jp.kiyome.archive.rar;

import org.jspecify.annotations.NullMarked;
