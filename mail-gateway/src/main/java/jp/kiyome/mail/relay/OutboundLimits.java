package jp.kiyome.mail.relay;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kiyome.mail.settings.OutboundSettings;
import jp.kiyome.mail.smtp.Reply;

/** How many people outside an organisation's mail may go to. Threads share it. */
final class OutboundLimits {

    private final OutboundCount count;

    OutboundLimits(InstantSource clock) {
        this.count = new OutboundCount(clock);
    }

    /** Has a mail worked on where it goes to no more than it may; what is not taken in the end does not count. */
    Reply within(List<Share> shares, Supplier<Reply> work) {
        List<Share> out =
                shares.stream().filter(share -> share.route().outbound()).toList();
        for (Share share : out) {
            if (recipients(share) > rules(share).recipientsOfAMail()) {
                return new Reply(550, "5.5.3 Too many recipients of one mail");
            }
        }
        List<Share> taken = new ArrayList<>();
        for (Share share : out) {
            if (!count.take(name(share), recipients(share), rules(share).recipientsAnHour())) {
                taken.forEach(one -> count.giveBack(name(one), recipients(one)));
                return new Reply(451, "4.7.1 Too many recipients within an hour");
            }
            taken.add(share);
        }
        Optional<Reply> reply = Optional.empty();
        try {
            reply = Optional.of(work.get());
            return reply.get();
        } finally {
            if (reply.filter(Reply::isPositive).isEmpty()) {
                taken.forEach(one -> count.giveBack(name(one), recipients(one)));
            }
        }
    }

    private static String name(Share share) {
        return share.organisation().id();
    }

    private static int recipients(Share share) {
        return share.envelope().recipients().size();
    }

    private static OutboundSettings rules(Share share) {
        return share.route().organisation().outboundRules();
    }
}
