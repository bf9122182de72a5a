package jp.kiyome.message.keep;

import java.util.Optional;

/**
 * What a part is to those who read a message.
 *
 * @param plain whether it is a plain text as the sender wrote it
 * @param page whether it was made of a page, and stands for all that the sender put beside it as text
 * @param hash of a plain text as it is written, or of the one beside a page
 * @param beside a text made of the page, to stand before it
 */
record Reading(boolean plain, boolean page, String hash, Optional<Draft.Made> beside) {

    /** No body. */
    static final Reading NONE = new Reading(false, false, "", Optional.empty());

    static Reading plain(String hash) {
        return new Reading(true, false, hash, Optional.empty());
    }

    /** A text in the place of a page. */
    static Reading turned() {
        return new Reading(false, true, "", Optional.empty());
    }

    /** A page with its text. */
    static Reading both(String hash, Draft.Made beside) {
        return new Reading(false, true, hash, Optional.of(beside));
    }
}
