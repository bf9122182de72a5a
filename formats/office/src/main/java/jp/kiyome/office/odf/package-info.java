/**
 * OpenDocument: packages and flat files, rebuilt element by element from the allow-lists beside this package.
 *
 * <p>Source: OASIS OpenDocument 1.0 to 1.4; its RELAX NG schema and that of LibreOffice's extensions.
 */
@NullMarked
package jp.kiyome.office.odf;

import org.jspecify.annotations.NullMarked;
