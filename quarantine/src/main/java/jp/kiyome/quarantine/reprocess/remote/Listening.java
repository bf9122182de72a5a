package jp.kiyome.quarantine.reprocess.remote;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.batch.Assignment;

/**
 * Takes parts from a queue, one at a time. A message is acknowledged when its part has ended; when the process dies before, the
 * broker gives it to another.
 */
public final class Listening {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Broker broker;
    private final String selector;
    private final Consumer<Assignment> work;
    private final BooleanSupplier wanted;

    /**
     * Listens for what one engine is to do.
     *
     * @param policies what is done for each organisation is done under these; parts of other organisations are not taken
     * @param work does a part; what it throws gives the part back
     * @param wanted asked between two parts whether to go on
     */
    public Listening(
            Broker broker,
            String engineVersion,
            Map<Organisation, String> policies,
            Consumer<Assignment> work,
            BooleanSupplier wanted) {
        this.broker = broker;
        this.selector = Assignments.selector(engineVersion, policies);
        this.work = work;
        this.wanted = wanted;
    }

    /** Listens until it is not wanted any more; connects again when the connection is lost. */
    public void listen() throws InterruptedException {
        while (wanted.getAsBoolean()) {
            try (JMSContext context = broker.connections().createContext(JMSContext.SESSION_TRANSACTED);
                    JMSConsumer consumer = context.createConsumer(context.createQueue(broker.queue()), selector)) {
                while (wanted.getAsBoolean()) {
                    next(context, consumer);
                }
            } catch (JMSRuntimeException e) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private void next(JMSContext context, JMSConsumer consumer) {
        Message message = consumer.receive(LOOK.toMillis());
        if (message == null) {
            return;
        }
        Optional<Assignment> assignment = read(message);
        try {
            assignment.ifPresent(work);
            context.commit();
        } catch (JMSRuntimeException e) {
            throw e;
        } catch (RuntimeException e) {
            context.rollback();
            throw new JMSRuntimeException("a part was given back");
        }
    }

    /** Empty for what is not of ours: nobody else could do anything with it either. */
    private static Optional<Assignment> read(Message message) {
        try {
            return Optional.of(Assignments.read(message));
        } catch (JMSException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
