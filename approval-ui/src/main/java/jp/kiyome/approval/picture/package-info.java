/** Pictures of the pages of items, before and after, for who is to judge them. */
@NullMarked
package jp.kiyome.approval.picture;

import org.jspecify.annotations.NullMarked;
