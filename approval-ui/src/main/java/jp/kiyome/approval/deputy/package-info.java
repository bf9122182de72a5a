/** Who decides in somebody's place, and until when. */
@NullMarked
package jp.kiyome.approval.deputy;

import org.jspecify.annotations.NullMarked;
