package jp.kiyome.container.packed;

/** Where unpacked or packed bytes go, in order. {@code sink::write} is one. */
@FunctionalInterface
public interface ByteTarget {

    /** Takes {@code length} bytes from {@code offset} on; the array is the caller's and changes afterwards. */
    void write(byte[] bytes, int offset, int length);
}
