/** The command line. */
@NullMarked
package jp.kiyome.app;

import org.jspecify.annotations.NullMarked;
