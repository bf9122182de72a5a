/** The scanner notices what it is there to notice. */
@NullMarked
package jp.kiyome.testcorpus.scan;

import org.jspecify.annotations.NullMarked;
