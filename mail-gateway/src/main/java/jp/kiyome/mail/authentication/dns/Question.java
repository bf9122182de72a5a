package jp.kiyome.mail.authentication.dns;

import jp.kiyome.core.text.Ascii;

/**
 * One question.
 *
 * @param name lower case, without the dot at the end
 */
public record Question(String name, RecordType type) {

    public Question {
        name = Ascii.lower(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
    }
}
