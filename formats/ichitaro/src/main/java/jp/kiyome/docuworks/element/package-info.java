/** The elements of DocuWorks files: tag, length, value, and the numbers in them. */
@NullMarked
package jp.kiyome.docuworks.element;

import org.jspecify.annotations.NullMarked;
