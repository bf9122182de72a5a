/** What stands in the place of a member or an attachment that does not come out. */
@NullMarked
package jp.kiyome.core.notice;

import org.jspecify.annotations.NullMarked;
