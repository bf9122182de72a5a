/** Stream filters (ISO 32000-2, 7.4) as bounded input streams, and their writers. */
@NullMarked
package jp.kiyome.pdf.filter;

import org.jspecify.annotations.NullMarked;
