/** JSON (RFC 8259). */
@NullMarked
package jp.kiyome.text.json;

import org.jspecify.annotations.NullMarked;
