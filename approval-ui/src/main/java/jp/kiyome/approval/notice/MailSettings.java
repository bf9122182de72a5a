package jp.kiyome.approval.notice;

import java.util.regex.Pattern;
import jp.kiyome.core.text.Language;

/**
 * How an organisation's mails about requests are written.
 *
 * @param from the address that they are from: a dot-atom and a domain (RFC 5322 §3.4.1)
 * @param mostAnHour letters to one person; what is more is counted, and told of by the gateway
 */
public record MailSettings(String from, Language language, int mostAnHour) {

    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,8}@[A-Za-z0-9.-]{1,189}");

    public MailSettings {
        if (!isAddress(from)) {
            throw new IllegalArgumentException("not an address that mail is from");
        }
    }

    /** Whether something can stand between angle brackets of a field: nothing of it ends a line or a word. */
    public static boolean isAddress(String text) {
        return text.length() <= 254 && ADDRESS.matcher(text).matches();
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
