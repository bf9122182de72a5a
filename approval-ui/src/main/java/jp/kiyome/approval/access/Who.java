package jp.kiyome.approval.access;

import java.util.Locale;
import jp.kiyome.approval.person.Permission;

/** Whom a row of the table lets through. */
public sealed interface Who {

    /** Everybody, signed in or not. */
    record Anyone() implements Who {}

    /** Who has come so far, and no farther. */
    record At(Step step) implements Who {}

    /** Who has a session, however far it is. */
    record AnyStep() implements Who {}

    /** Who is signed in. */
    record SignedIn() implements Who {}

    /** Who is signed in and has a permission. */
    record With(Permission permission) implements Who {}

    static Who parse(String word) {
        return switch (word) {
            case "anyone" -> new Anyone();
            case "any-step" -> new AnyStep();
            case "signed-in" -> new SignedIn();
            case "step-code" -> new At(Step.CODE);
            case "step-password" -> new At(Step.PASSWORD);
            default -> new With(Permission.valueOf(word.toUpperCase(Locale.ROOT)));
        };
    }
}
