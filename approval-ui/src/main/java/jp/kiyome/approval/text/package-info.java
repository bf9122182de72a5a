/** The texts of the pages, in both languages. */
@NullMarked
package jp.kiyome.approval.text;

import org.jspecify.annotations.NullMarked;
