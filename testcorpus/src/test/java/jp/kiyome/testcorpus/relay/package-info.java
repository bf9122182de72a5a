@NullMarked
package jp.kiyome.testcorpus.relay;

import org.jspecify.annotations.NullMarked;
