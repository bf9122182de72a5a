/** Files that passwords lock, from the command line to the output. */
@NullMarked
package jp.kiyome.testcorpus.password;

import org.jspecify.annotations.NullMarked;
