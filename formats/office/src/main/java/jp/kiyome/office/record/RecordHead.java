package jp.kiyome.office.record;

/**
 * What stands before each record ([MS-ODRAW] 2.2.1, [MS-PPT] 2.3.1).
 *
 * @param version 0 to 15; 15 says that the body is made of records
 * @param instance 0 to 4095
 * @param type 0 to 65535
 * @param length bytes of the body; never negative
 */
public record RecordHead(int version, int instance, int type, long length) {

    /** Bytes of a head. */
    public static final int SIZE = 8;

    /** The version of containers. */
    public static final int CONTAINER = 15;

    public boolean container() {
        return version == CONTAINER;
    }
}
