/**
 * The locks of binary Office documents: XOR obfuscation, RC4 with 40 bits, RC4 CryptoAPI ([MS-OFFCRYPTO] 2.3.5 to 2.3.7). All three
 * are opened; only the last, with 128 bits, is written.
 */
@NullMarked
package jp.kiyome.office.crypto.rc4;

import org.jspecify.annotations.NullMarked;
