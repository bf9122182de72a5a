/** Sends files through the engine in this process. */
@NullMarked
package jp.kiyome.testcorpus.run;

import org.jspecify.annotations.NullMarked;
