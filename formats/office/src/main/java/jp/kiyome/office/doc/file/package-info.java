/** The frame of a document: its streams, what locks them, and the block of information at their beginning ([MS-DOC] 2.1, 2.5). */
@NullMarked
package jp.kiyome.office.doc.file;

import org.jspecify.annotations.NullMarked;
