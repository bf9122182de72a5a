/** What people see: lines, the progress bar, the summary. */
@NullMarked
package jp.kiyome.app.screen;

import org.jspecify.annotations.NullMarked;
