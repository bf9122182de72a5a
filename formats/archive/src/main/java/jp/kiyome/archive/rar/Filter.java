package jp.kiyome.archive.rar;

/** Turns back what a packer did to bytes of a kind before it packed them. */
interface Filter {

    /**
     * Turns bytes back.
     *
     * @param bytes all that the filter is for; may be changed and given back
     * @param position where they begin in the unpacked member
     * @return as many bytes
     */
    byte[] apply(byte[] bytes, long position);
}
