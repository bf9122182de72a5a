/** People, and what each of them may do. Values alone; no database. */
@NullMarked
package jp.kiyome.approval.person;

import org.jspecify.annotations.NullMarked;
