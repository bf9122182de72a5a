/** Receipts: the signed short form of a report, to be checked anywhere without asking anyone. */
@NullMarked
package jp.kiyome.core.receipt;

import org.jspecify.annotations.NullMarked;
