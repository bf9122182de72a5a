/** XML that belongs to no program. */
@NullMarked
package jp.kiyome.text.xml;

import org.jspecify.annotations.NullMarked;
