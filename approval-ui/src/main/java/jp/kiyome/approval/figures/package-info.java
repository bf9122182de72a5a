/** What came in a month, in numbers. */
@NullMarked
package jp.kiyome.approval.figures;

import org.jspecify.annotations.NullMarked;
