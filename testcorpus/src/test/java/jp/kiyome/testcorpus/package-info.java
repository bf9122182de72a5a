/** The laws that every handler keeps, tried on the samples. */
@NullMarked
package jp.kiyome.testcorpus;

import org.jspecify.annotations.NullMarked;
