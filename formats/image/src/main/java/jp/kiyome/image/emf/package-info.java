/** Enhanced metafiles ([MS-EMF]): record by record, by the table {@code emf-records.allow}. */
@NullMarked
package jp.kiyome.image.emf;

import org.jspecify.annotations.NullMarked;
