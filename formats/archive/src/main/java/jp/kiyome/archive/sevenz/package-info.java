/**
 * 7z archives. Source: 7zFormat.txt of the LZMA SDK, whose words are used; the key derivation and properties of its AES coder
 * as 7-Zip writes them.
 */
@NullMarked
package jp.kiyome.archive.sevenz;

import org.jspecify.annotations.NullMarked;
