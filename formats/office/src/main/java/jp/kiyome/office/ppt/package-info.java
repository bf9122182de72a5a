/**
 * Presentations of PowerPoint 97 to 2003, record by record.
 *
 * <p>Source: [MS-PPT], cited with its sections.
 */
@NullMarked
package jp.kiyome.office.ppt;

import org.jspecify.annotations.NullMarked;
