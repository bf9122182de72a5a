/** The small part of CSS that only looks. */
@NullMarked
package jp.kiyome.text.css;

import org.jspecify.annotations.NullMarked;
