/** What a format implements ({@link jp.kiyome.core.spi.Handler}) and what it is given ({@link jp.kiyome.core.spi.Session}). */
@NullMarked
package jp.kiyome.core.spi;

import org.jspecify.annotations.NullMarked;
