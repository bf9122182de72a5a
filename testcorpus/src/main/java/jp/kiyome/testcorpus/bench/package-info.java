/** How fast, beside how fast it could be. */
@NullMarked
package jp.kiyome.testcorpus.bench;

import org.jspecify.annotations.NullMarked;
