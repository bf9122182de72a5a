/**
 * A strict, bounded reader and a canonical writer of compound files (OLE2 structured storage).
 *
 * <p>Source: [MS-CFB] revision 12, cited with its section.
 */
@NullMarked
package jp.kiyome.container.cfb;

import org.jspecify.annotations.NullMarked;
