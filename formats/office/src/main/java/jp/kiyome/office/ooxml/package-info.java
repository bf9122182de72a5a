/**
 * Office Open XML: packages walked from their root relationships, parts filtered by the allow-lists beside this package.
 *
 * <p>Source: ECMA-376 parts 1 to 4, [MS-DOCX], [MS-XLSX], [MS-PPTX], [MS-ODRAWXML].
 */
@NullMarked
package jp.kiyome.office.ooxml;

import org.jspecify.annotations.NullMarked;
