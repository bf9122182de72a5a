package jp.kiyome.bridge.icap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.bridge.wire.Connection;
import jp.kiyome.bridge.wire.Watch;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Untrusted;

/** Single exchanges, each on a connection of its own. */
final class IcapExchange {

    private final IcapAddress address;
    private final IcapMode mode;

    IcapExchange(IcapAddress address, IcapMode mode) {
        this.address = address;
        this.mode = mode;
    }

    IcapOptions options(Deadline deadline) {
        return on(deadline, connection -> {
            connection.writeAscii(new IcapRequest(address).options());
            return IcapOptions.of(new HeadReader(new BufferedInputStream(connection.in())).read(), mode);
        });
    }

    /**
     * Shows a content to the service.
     *
     * @throws Unanswered when there is no whole answer
     */
    Verdict judge(Content content, Untrusted name, IcapOptions options, Deadline deadline) {
        return on(deadline, connection -> {
            InputStream in = new BufferedInputStream(connection.in());
            BodySender sender = new BodySender(connection, content);
            Optional<Integer> preview = options.preview();
            connection.writeAscii(
                    new IcapRequest(address).modification(mode, name, content.size(), options.allow204(), preview));
            if (preview.isEmpty()) {
                sender.sendRest(0);
            } else {
                long first = Math.min(preview.get(), content.size());
                sender.send(0, first);
                sender.end(first == content.size());
            }
            Head head = new HeadReader(in).read();
            if (head.status("ICAP/1.0") == 100 && preview.isPresent() && !sender.sentAll()) {
                sender.sendRest(preview.get());
                head = new HeadReader(in).read();
            }
            return settled(new IcapAnswer(mode, content).read(head, in), sender.sentAll());
        });
    }

    /** A scanner that is content with a preview has not looked at the rest. */
    private static Verdict settled(Verdict verdict, boolean sentAll) {
        return verdict instanceof Verdict.NothingFound && !sentAll
                ? Verdict.notScanned(WhyNotScanned.REFUSED, "answered before it had all of it")
                : verdict;
    }

    /** What is done with a connection. */
    private interface Work<T> {
        T with(Connection connection) throws IOException;
    }

    private <T> T on(Deadline deadline, Work<T> work) {
        try (Connection connection = Connection.open(address.server(), deadline);
                Watch watch = connection.until(deadline)) {
            try {
                return work.with(connection);
            } catch (IOException e) {
                throw watch.explain(e);
            }
        }
    }
}
