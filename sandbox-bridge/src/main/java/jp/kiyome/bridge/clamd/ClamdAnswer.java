package jp.kiyome.bridge.clamd;

import java.util.Locale;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/**
 * The words of clamd about a stream (clamd(8), INSTREAM; libclamav's names of heuristics). What clamd calls an alert though it
 * only says that it has not looked is not a threat but {@link Verdict.NotScanned}.
 */
final class ClamdAnswer {

    private static final String STREAM = "stream: ";
    private static final String FOUND = " FOUND";
    private static final String ERROR = " ERROR";

    private ClamdAnswer() {}

    /** Any text becomes a verdict; what is not understood is not scanned. */
    static Verdict read(String text) {
        if (text.equals(STREAM + "OK")) {
            return Verdict.nothingFound();
        }
        if (text.startsWith(STREAM) && text.endsWith(FOUND) && text.length() > STREAM.length() + FOUND.length()) {
            return alert(text.substring(STREAM.length(), text.length() - FOUND.length()));
        }
        if (text.endsWith(ERROR)) {
            return Verdict.notScanned(isAboutSize(text) ? WhyNotScanned.TOO_LARGE : WhyNotScanned.REFUSED, text);
        }
        return Verdict.notScanned(WhyNotScanned.PROTOCOL, text);
    }

    private static Verdict alert(String name) {
        if (name.startsWith("Heuristics.Limits.Exceeded")) {
            return Verdict.notScanned(WhyNotScanned.TOO_LARGE, name);
        }
        if (name.startsWith("Heuristics.Encrypted")) {
            return Verdict.notScanned(WhyNotScanned.ENCRYPTED, name);
        }
        return Verdict.threat(name);
    }

    private static boolean isAboutSize(String text) {
        return text.toLowerCase(Locale.ROOT).contains("size limit exceeded");
    }
}
