package jp.kiyome.bridge.clamd;

import java.io.IOException;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/** The connection ended before one byte of an answer: asking again cannot lose a verdict. */
final class LostUnanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostUnanswered(IOException failure) {
        super(failure.toString(), null, false, false);
    }

    Unanswered unanswered() {
        return new Unanswered(WhyNotScanned.SOURCE_DOWN, String.valueOf(getMessage()));
    }
}
