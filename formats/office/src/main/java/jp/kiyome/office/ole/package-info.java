/**
 * The frame that Word, Excel and PowerPoint files of 97 to 2003 share: a compound file with streams by allow-list, and property sets.
 *
 * <p>Sources: [MS-CFB], [MS-OLEPS] and [MS-OSHARED] 2.3.3, cited with their sections.
 */
@NullMarked
package jp.kiyome.office.ole;

import org.jspecify.annotations.NullMarked;
