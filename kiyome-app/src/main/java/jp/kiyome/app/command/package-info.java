/** The commands: what each takes, does, and answers. */
@NullMarked
package jp.kiyome.app.command;

import org.jspecify.annotations.NullMarked;
