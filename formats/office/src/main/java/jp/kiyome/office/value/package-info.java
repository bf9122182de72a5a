/**
 * The small values inside Office documents: link targets, click actions, VML styles, paths and formulas, cell references,
 * sheet names, drawing guides. Each reads a text strictly and writes it anew; what its grammar does not know is not a value.
 *
 * <p>Everything here is pure: no part, no XML, no state. Work and memory are linear in the length of the text.
 */
@NullMarked
package jp.kiyome.office.value;

import org.jspecify.annotations.NullMarked;
