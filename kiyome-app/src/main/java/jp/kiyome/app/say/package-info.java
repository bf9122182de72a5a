/** The command line's own texts and exit codes. */
@NullMarked
package jp.kiyome.app.say;

import org.jspecify.annotations.NullMarked;
