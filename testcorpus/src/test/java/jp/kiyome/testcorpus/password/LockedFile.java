package jp.kiyome.testcorpus.password;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A file that a password locks.
 *
 * @param name with its extension
 * @param bytes locked by another implementation than ours
 * @param strength of a file that is locked: in a word, by another implementation
 * @param strongest what the output's strength has to be
 * @param option of a policy that says whether the output is locked
 */
record LockedFile(
        String name, Supplier<byte[]> bytes, Function<byte[], String> strength, String strongest, String option) {

    @Override
    public String toString() {
        return name;
    }
}
