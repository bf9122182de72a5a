/** Tests of records. */
@NullMarked
package jp.kiyome.office.record;

import org.jspecify.annotations.NullMarked;
