/** Archives, benign and hostile, put together byte by byte. */
@NullMarked
package jp.kiyome.testcorpus.archive;

import org.jspecify.annotations.NullMarked;
