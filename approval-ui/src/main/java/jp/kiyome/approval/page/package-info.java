/** The pages. */
@NullMarked
package jp.kiyome.approval.page;

import org.jspecify.annotations.NullMarked;
