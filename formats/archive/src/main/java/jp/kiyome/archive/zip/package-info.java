/**
 * ZIP archives as people make them: encrypted, with names in any charset, with rare methods of compression.
 *
 * <p>Source: PKWARE APPNOTE.TXT 6.3.10, cited as "APPNOTE"; the AE-1 and AE-2 specification of WinZip.
 */
@NullMarked
package jp.kiyome.archive.zip;

import org.jspecify.annotations.NullMarked;
