/** The second witness of detection: Apache Tika, which shares no code with the handlers. */
@NullMarked
package jp.kiyome.core.magic;

import org.jspecify.annotations.NullMarked;
