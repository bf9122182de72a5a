/** What a sample is: its bytes, and what must and must not be left of it. */
@NullMarked
package jp.kiyome.testcorpus.sample;

import org.jspecify.annotations.NullMarked;
