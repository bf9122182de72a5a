/** Zstandard (RFC 8878): a strict decoder and an encoder of one form, without dictionaries. */
@NullMarked
package jp.kiyome.archive.zstd;

import org.jspecify.annotations.NullMarked;
