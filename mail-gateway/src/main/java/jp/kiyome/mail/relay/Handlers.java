package jp.kiyome.mail.relay;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.mail.authentication.Authentication;
import jp.kiyome.mail.client.NextHopClient;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.settings.GatewaySettings;

/**
 * What the work on each mail shares.
 *
 * @param rebuilding of each organisation and group, by its name
 * @param authentication finds out who mail from outside is from, where that is wanted
 * @param tries how often a mail has failed
 * @param had who has a mail already that may come again
 */
record Handlers(
        GatewaySettings settings,
        Map<String, Rebuilding> rebuilding,
        Optional<Authentication> authentication,
        Filing filing,
        NextHopClient client,
        Consumer<Notice> notices,
        Onlooker onlooker,
        Figures figures,
        InstantSource clock,
        Memory<String, Integer> tries,
        HandedOver had) {

    /** Mails that failed lately. */
    private static final int MOST_TRIES = 100_000;

    Handlers(
            GatewaySettings settings,
            Map<String, Rebuilding> rebuilding,
            Optional<Authentication> authentication,
            Filing filing,
            NextHopClient client,
            Consumer<Notice> notices,
            Onlooker onlooker,
            Figures figures,
            InstantSource clock,
            HandedOver had) {
        this(
                settings,
                Map.copyOf(rebuilding),
                authentication,
                filing,
                client,
                notices,
                onlooker,
                figures,
                clock,
                new Memory<>(MOST_TRIES),
                had);
    }

    Rebuilding rebuilding(Share share) {
        return Objects.requireNonNull(
                rebuilding.get(share.route().organisation().name()));
    }

    static String key(String mail, Recipient recipient) {
        return mail + " " + recipient.mailbox();
    }
}
