/** HTML, rebuilt through an allow-list. */
@NullMarked
package jp.kiyome.text.html;

import org.jspecify.annotations.NullMarked;
