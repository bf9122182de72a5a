package jp.kiyome.testcorpus.sample;

import java.util.function.Function;

/**
 * A place in a file that no reader shows.
 *
 * @param name unique
 * @param extension the type of the file
 * @param mayBeRefused whether such a file may be blocked instead of rebuilt
 * @param file makes the file with a token at that place
 */
public record Placement(String name, String extension, boolean mayBeRefused, Function<Token, byte[]> file) {

    public static Placement of(String name, String extension, Function<Token, byte[]> file) {
        return new Placement(name, extension, false, file);
    }

    public Placement orRefused() {
        return new Placement(name, extension, true, file);
    }

    @Override
    public String toString() {
        return name + "." + extension;
    }
}
