/** Many files at once, their results in order. */
@NullMarked
package jp.kiyome.app.run;

import org.jspecify.annotations.NullMarked;
