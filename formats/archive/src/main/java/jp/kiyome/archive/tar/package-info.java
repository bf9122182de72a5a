/**
 * Tape archives: ustar and pax (POSIX.1-2017, pax, "EXTENDED DESCRIPTION"), and the GNU forms that are still met.
 */
@NullMarked
package jp.kiyome.archive.tar;

import org.jspecify.annotations.NullMarked;
