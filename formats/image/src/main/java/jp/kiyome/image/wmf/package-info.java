/** Windows metafiles, placeable or not ([MS-WMF]): record by record, by the table {@code wmf-records.allow}. */
@NullMarked
package jp.kiyome.image.wmf;

import org.jspecify.annotations.NullMarked;
