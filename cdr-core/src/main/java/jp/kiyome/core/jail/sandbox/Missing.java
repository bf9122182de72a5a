package jp.kiyome.core.jail.sandbox;

import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/**
 * A piece of the jail that is missing, and how that shows.
 *
 * @param detail another program's words; may be empty
 */
public record Missing(JailGap gap, Untrusted detail) {

    public static Missing of(JailGap gap) {
        return new Missing(gap, Untrusted.nothing());
    }

    public Bilingual text() {
        return Messages.of(JailGap.class).text(gap, detail);
    }

    @Override
    public String toString() {
        return text().english();
    }
}
