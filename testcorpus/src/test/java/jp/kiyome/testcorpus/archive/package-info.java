@NullMarked
package jp.kiyome.testcorpus.archive;

import org.jspecify.annotations.NullMarked;
