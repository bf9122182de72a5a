package jp.kiyome.testcorpus.sample;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A generated file and what must become of it.
 *
 * @param name unique, without extension
 * @param extension of its file name, which is also its type
 * @param bytes makes the file, the same bytes each time
 * @param ending how it ends
 * @param findings codes of findings that a sanitizer reports, exactly
 * @param gone text that no decoded layer of the output may hold; the input holds it
 * @param kept text that a reader of the output still sees
 * @param pictures how many different pictures a reader of the file sees, and of the output
 */
public record Sample(
        String name,
        String extension,
        Supplier<byte[]> bytes,
        Ending ending,
        Set<String> findings,
        List<String> gone,
        List<String> kept,
        int pictures) {

    public Sample {
        findings = Set.copyOf(findings);
        gone = List.copyOf(gone);
        kept = List.copyOf(kept);
    }

    public static Sample of(String name, String extension, Supplier<byte[]> bytes) {
        return new Sample(name, extension, bytes, Ending.REBUILT, Set.of(), List.of(), List.of(), 0);
    }

    public Sample ends(Ending how) {
        return new Sample(name, extension, bytes, how, findings, gone, kept, pictures);
    }

    public Sample finds(String... codes) {
        return new Sample(name, extension, bytes, ending, Set.of(codes), gone, kept, pictures);
    }

    public Sample loses(String... texts) {
        return new Sample(name, extension, bytes, ending, findings, List.of(texts), kept, pictures);
    }

    public Sample keeps(String... texts) {
        return new Sample(name, extension, bytes, ending, findings, gone, List.of(texts), pictures);
    }

    /** Says how many different pictures are seen in it. */
    public Sample pictures(int count) {
        return new Sample(name, extension, bytes, ending, findings, gone, kept, count);
    }

    public String fileName() {
        return name + "." + extension;
    }

    @Override
    public String toString() {
        return fileName();
    }
}
