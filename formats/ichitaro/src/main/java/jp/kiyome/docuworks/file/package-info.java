/** The file as a whole: header, entries, properties, trailer. */
@NullMarked
package jp.kiyome.docuworks.file;

import org.jspecify.annotations.NullMarked;
