/** Files of characters: hostile ones, their twins, and places to hide in. */
@NullMarked
package jp.kiyome.testcorpus.text;

import org.jspecify.annotations.NullMarked;
