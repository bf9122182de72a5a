/** Days on which offices work. */
@NullMarked
package jp.kiyome.approval.workday;

import org.jspecify.annotations.NullMarked;
