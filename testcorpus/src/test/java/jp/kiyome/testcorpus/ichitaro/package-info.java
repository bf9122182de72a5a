/** Readers of Ichitaro documents that share no code with the handler. */
@NullMarked
package jp.kiyome.testcorpus.ichitaro;

import org.jspecify.annotations.NullMarked;
