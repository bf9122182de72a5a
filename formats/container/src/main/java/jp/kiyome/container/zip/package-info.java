/**
 * A strict, bounded reader and a canonical writer of ZIP archives.
 *
 * <p>Source: PKWARE APPNOTE.TXT 6.3.10, cited as "APPNOTE" with its section.
 */
@NullMarked
package jp.kiyome.container.zip;

import org.jspecify.annotations.NullMarked;
