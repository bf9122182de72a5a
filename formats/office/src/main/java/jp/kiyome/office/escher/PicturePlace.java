package jp.kiyome.office.escher;

import jp.kiyome.office.record.Record;

/** Where the pictures of a file are written. */
public sealed interface PicturePlace {

    /** In the table of pictures. */
    record InTable() implements PicturePlace {}

    /** In the delay stream of the format. */
    non-sealed interface InStream extends PicturePlace {

        /** Writes a picture and returns the offset of its record's head. */
        long append(Record.Blob picture);
    }
}
