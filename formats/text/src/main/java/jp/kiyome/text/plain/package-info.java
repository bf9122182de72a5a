/** HTML as text for people. */
@NullMarked
package jp.kiyome.text.plain;

import org.jspecify.annotations.NullMarked;
