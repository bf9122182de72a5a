/** Benign and hostile samples, made by code that shows what makes them hostile. */
@NullMarked
package jp.kiyome.testcorpus;

import org.jspecify.annotations.NullMarked;
