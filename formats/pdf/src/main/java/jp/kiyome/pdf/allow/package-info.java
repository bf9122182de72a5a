/** The allow-list as data: shapes of dictionaries, keys and rules for values. */
@NullMarked
package jp.kiyome.pdf.allow;

import org.jspecify.annotations.NullMarked;
