/** What stands in the place of a picture that cannot be rebuilt. */
@NullMarked
package jp.kiyome.office.picture;

import org.jspecify.annotations.NullMarked;
