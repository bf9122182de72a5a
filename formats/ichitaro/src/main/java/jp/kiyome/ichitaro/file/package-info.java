/** A document of Ichitaro: its streams by the list, its sheets, and the compressed form. */
@NullMarked
package jp.kiyome.ichitaro.file;

import org.jspecify.annotations.NullMarked;
