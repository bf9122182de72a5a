/** Checks for the tests of every module: nothing here runs when files are sanitized. */
@NullMarked
package jp.kiyome.core.audit;

import org.jspecify.annotations.NullMarked;
