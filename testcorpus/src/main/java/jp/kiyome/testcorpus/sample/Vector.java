package jp.kiyome.testcorpus.sample;

import java.util.function.Supplier;

/**
 * One way to attack, and the same file without it.
 *
 * @param hostile carries the vector
 * @param twin has the same visible content, and nothing to find
 */
public record Vector(Sample hostile, Sample twin) {

    /** A vector whose twin is named after it. */
    public static Vector of(String name, String extension, Supplier<byte[]> hostile, Supplier<byte[]> twin) {
        return new Vector(Sample.of(name, extension, hostile), Sample.of(name + "-twin", extension, twin));
    }

    public Vector ends(Ending how) {
        return new Vector(hostile.ends(how), twin);
    }

    public Vector finds(String... codes) {
        return new Vector(hostile.finds(codes), twin);
    }

    /** Text of the hostile file that must not come out. */
    public Vector loses(String... texts) {
        return new Vector(hostile.loses(texts), twin);
    }

    /** Text that both still show afterwards. */
    public Vector keeps(String... texts) {
        return new Vector(hostile.keeps(texts), twin.keeps(texts));
    }

    @Override
    public String toString() {
        return hostile.toString();
    }
}
