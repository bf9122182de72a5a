package jp.kiyome.office.doc.write;

import jp.kiyome.office.doc.file.NewParts;
import jp.kiyome.office.doc.model.Document;

/** Writes drawings that float over the text. */
record DrawingWriter(Document document, NewParts parts) {

    void write() {}
}
