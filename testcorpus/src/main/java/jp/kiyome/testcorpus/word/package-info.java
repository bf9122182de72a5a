/** Documents of Word 97 to 2003, made byte by byte: benign ones, hostile ones, and such as hide something. Knows nothing of the engine. */
@NullMarked
package jp.kiyome.testcorpus.word;

import org.jspecify.annotations.NullMarked;
