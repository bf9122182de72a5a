/** EMF+ ([MS-EMFPLUS]): the records that comments of enhanced metafiles hold, by the table {@code plus-records.allow}. */
@NullMarked
package jp.kiyome.image.emfplus;

import org.jspecify.annotations.NullMarked;
