/**
 * A strict, bounded reader and a canonical writer of LHA archives (.lzh, .lha, .lzs).
 *
 * <p>Source: the header description in LHa for UNIX ("header.doc.md"), cited as "header.doc" with the level.
 */
@NullMarked
package jp.kiyome.archive.lha;

import org.jspecify.annotations.NullMarked;
