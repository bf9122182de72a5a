/** Documents of Ichitaro. Structure and rules: docs/formats/ichitaro.md. */
@NullMarked
package jp.kiyome.ichitaro;

import org.jspecify.annotations.NullMarked;
