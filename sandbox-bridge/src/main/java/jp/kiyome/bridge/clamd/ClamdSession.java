package jp.kiyome.bridge.clamd;

import java.io.IOException;
import jp.kiyome.bridge.probe.ProbeSample;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.bridge.wire.Address;
import jp.kiyome.bridge.wire.Connection;
import jp.kiyome.bridge.wire.Watch;
import jp.kiyome.core.content.Content;

/**
 * One connection with an IDSESSION on it: commands one after the other, each answer with the number of its command. A session
 * that has once failed is not used again. Not thread-safe.
 */
final class ClamdSession implements AutoCloseable {

    /** Bytes of one answer: the name of a signature is far shorter. */
    private static final int MOST_ANSWER = 4096;

    private final Connection connection;
    private int commands;
    private boolean sound = true;
    private long usedAt = System.nanoTime();

    private ClamdSession(Connection connection) {
        this.connection = connection;
    }

    /**
     * A connection whose clamd has just shown that it knows EICAR's file and tells when it has not looked to the bottom. So a
     * clamd that was started anew with other settings is found out before it is asked anything.
     *
     * @throws Unanswered when there is none
     */
    static ClamdSession open(Address address, Deadline deadline) {
        ClamdSession session = new ClamdSession(Connection.open(address, deadline));
        try {
            session.command("zIDSESSION\0", deadline);
            session.prove(deadline);
            return session;
        } catch (Unanswered | LostUnanswered failed) {
            session.close();
            throw failed;
        }
    }

    private void prove(Deadline deadline) {
        demand(scan(ProbeSample.eicar(), deadline) instanceof Verdict.Threat, "EICAR's test file is not found");
        demand(
                scan(ProbeSample.bottomless(), deadline) instanceof Verdict.NotScanned told
                        && told.why() == WhyNotScanned.TOO_LARGE,
                "does not tell what exceeds its limits (AlertExceedsMax yes)");
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new Unanswered(WhyNotScanned.UNFIT, otherwise);
        }
    }

    /** Sends all of a content and reads what clamd says, be it before the end. */
    Verdict scan(Content content, Deadline deadline) {
        sound = false;
        commands++;
        String answer = new StreamExchange(connection, content, MOST_ANSWER).run(deadline);
        Verdict verdict = ClamdAnswer.read(unnumbered(answer));
        // After an error clamd closes the connection.
        sound = !(verdict instanceof Verdict.NotScanned unscanned) || isVerdictInDisguise(unscanned);
        usedAt = System.nanoTime();
        return verdict;
    }

    private static boolean isVerdictInDisguise(Verdict.NotScanned unscanned) {
        return unscanned.detail().unescaped().startsWith("Heuristics.");
    }

    ClamdVersion version(Deadline deadline) {
        sound = false;
        commands++;
        try (Watch watch = connection.until(deadline)) {
            try {
                connection.writeAscii("zVERSION\0");
                ClamdVersion version =
                        ClamdVersion.read(unnumbered(StreamExchange.answer(connection.in(), MOST_ANSWER)));
                sound = true;
                usedAt = System.nanoTime();
                return version;
            } catch (IOException e) {
                throw watch.isOver() ? watch.explain(e) : new LostUnanswered(e);
            }
        }
    }

    private void command(String text, Deadline deadline) {
        try (Watch watch = connection.until(deadline)) {
            try {
                connection.writeAscii(text);
            } catch (IOException e) {
                throw watch.explain(e);
            }
        }
    }

    /** Only the answer to the last command counts; errors that concern the connection may come without a number. */
    private String unnumbered(String answer) {
        String number = commands + ": ";
        if (answer.startsWith(number)) {
            return answer.substring(number.length());
        }
        if (answer.endsWith(" ERROR")) {
            return answer;
        }
        throw new Unanswered(WhyNotScanned.PROTOCOL, answer);
    }

    /** Whether the last exchange ended as it should, so that another may follow. */
    boolean isSound() {
        return sound;
    }

    long nanosUnused() {
        return System.nanoTime() - usedAt;
    }

    @Override
    public void close() {
        connection.close();
    }
}
