/** LHA, cabinet and RAR files, made by hand so that what makes them hostile can be seen. */
@NullMarked
package jp.kiyome.testcorpus.packed;

import org.jspecify.annotations.NullMarked;
