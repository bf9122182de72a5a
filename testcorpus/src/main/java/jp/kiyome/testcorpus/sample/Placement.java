package jp.kiyome.testcorpus.sample;

import java.util.function.Function;

/**
 * A place in a file that no reader shows.
 *
 * @param name unique
 * @param extension the type of the file
 * @param mayBeRefused whether such a file may be blocked instead of rebuilt
 * @param untold why its loss is no finding; empty where it is one
 * @param file makes the file with a token at that place
 */
public record Placement(
        String name, String extension, boolean mayBeRefused, String untold, Function<Token, byte[]> file) {

    public static Placement of(String name, String extension, Function<Token, byte[]> file) {
        return new Placement(name, extension, false, "", file);
    }

    public Placement orRefused() {
        return new Placement(name, extension, true, untold, file);
    }

    /** Says why nobody is told of what stood there. */
    public Placement untold(String why) {
        return new Placement(name, extension, mayBeRefused, why, file);
    }

    @Override
    public String toString() {
        return name + "." + extension;
    }
}
