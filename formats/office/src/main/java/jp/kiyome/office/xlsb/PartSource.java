package jp.kiyome.office.xlsb;

import java.io.InputStream;

/** The bytes of a part, which may be read more than once. */
public interface PartSource {

    /** The bytes from the first one. */
    InputStream open();

    /** How many there are. */
    long size();
}
