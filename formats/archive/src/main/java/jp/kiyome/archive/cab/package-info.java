/**
 * A strict, bounded reader of Microsoft cabinets: stored, MSZIP and LZX.
 *
 * <p>Source: Microsoft Cabinet Format ([MS-CAB]), cited by its section; the LZX stream as in [MS-PATCH] with the differences
 * that cabinets have (no reset, 16-bit words, frames of 32 KiB).
 */
@NullMarked
package jp.kiyome.archive.cab;

import org.jspecify.annotations.NullMarked;
