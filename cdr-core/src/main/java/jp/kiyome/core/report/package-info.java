/** The account of what was done to one file and to the files inside it. */
@NullMarked
package jp.kiyome.core.report;

import org.jspecify.annotations.NullMarked;
