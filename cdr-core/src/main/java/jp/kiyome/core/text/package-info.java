/** Texts for people: every one in Japanese and English, side by side in tables. */
@NullMarked
package jp.kiyome.core.text;

import org.jspecify.annotations.NullMarked;
