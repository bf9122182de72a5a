package jp.kiyome.mail.settings;

/**
 * What holds for mail that goes out.
 *
 * @param recipientsOfAMail outside, at most
 * @param recipientsAnHour outside, of all its mails together, at most
 * @param labelled whether it is written on such mail that it was rebuilt; it is rebuilt in any case
 */
public record OutboundSettings(int recipientsOfAMail, int recipientsAnHour, boolean labelled) {

    public static OutboundSettings usual() {
        return new OutboundSettings(100, 10_000, false);
    }
}
