package jp.kiyome.bridge.retro;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Messages;

/**
 * An alert as a mail to the administrator; who sends it adds header and language.
 *
 * @param subject one line
 * @param text lines that end with a line feed; deliveries past {@link #MOST} are counted only
 */
public record RetroMail(Bilingual subject, Bilingual text) {

    /** Deliveries that are listed. */
    public static final int MOST = 200;

    private static final Messages<RetroWord> WORDS = Messages.of(RetroWord.class);

    public static RetroMail of(RetroAlert alert) {
        List<Bilingual> lines = new ArrayList<>();
        lines.add(WORDS.text(
                RetroWord.INTRODUCTION,
                alert.source(),
                alert.at().toString(),
                alert.threat().toString(),
                alert.sha256()));
        for (Delivery delivery : alert.deliveries().stream().limit(MOST).toList()) {
            lines.add(WORDS.text(
                    RetroWord.DELIVERY,
                    delivery.recipient().toString(),
                    delivery.name().toString(),
                    delivery.at().toString(),
                    delivery.reference()));
        }
        lines.add(WORDS.text(RetroWord.ADVICE));
        StringBuilder japanese = new StringBuilder();
        StringBuilder english = new StringBuilder();
        for (Bilingual line : lines) {
            japanese.append(line.japanese()).append('\n');
            english.append(line.english()).append('\n');
        }
        Bilingual subject = WORDS.text(RetroWord.SUBJECT, alert.deliveries().size());
        return new RetroMail(subject, new Bilingual(japanese.toString(), english.toString()));
    }
}
