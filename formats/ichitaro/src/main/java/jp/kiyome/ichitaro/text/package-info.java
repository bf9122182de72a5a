/** Texts: units of UTF-16 with controls and records among them, and the formats of their characters. */
@NullMarked
package jp.kiyome.ichitaro.text;

import org.jspecify.annotations.NullMarked;
