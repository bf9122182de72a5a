/** The commands of this module; the only place in it that prints. */
@NullMarked
package jp.kiyome.testcorpus.command;

import org.jspecify.annotations.NullMarked;
