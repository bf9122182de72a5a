package jp.kiyome.message.keep;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.message.write.Entity;

/**
 * A part of the new message whose body is in the store.
 *
 * @param made makes it when the store is whole
 * @param notice whether it only says that something was dropped
 * @param picture the identifier of a picture that pages may name
 * @param reading of a body
 */
record Draft(Made made, boolean notice, Optional<String> picture, Reading reading) {

    /** Makes a part. */
    @FunctionalInterface
    interface Made {
        Entity in(Content store);
    }

    static Draft of(Made made) {
        return new Draft(made, false, Optional.empty(), Reading.NONE);
    }

    /** A part whose first reading is that of a body. */
    Draft read(Reading as) {
        return new Draft(made, notice, picture, as);
    }

    static Draft notice(Made made) {
        return new Draft(made, true, Optional.empty(), Reading.NONE);
    }
}
