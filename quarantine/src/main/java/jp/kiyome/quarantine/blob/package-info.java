/** Encrypted files on disk, written whole or not at all. */
@NullMarked
package jp.kiyome.quarantine.blob;

import org.jspecify.annotations.NullMarked;
