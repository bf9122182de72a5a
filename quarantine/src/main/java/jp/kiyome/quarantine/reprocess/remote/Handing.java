package jp.kiyome.quarantine.reprocess.remote;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jp.kiyome.quarantine.reprocess.batch.Assignment;
import jp.kiyome.quarantine.reprocess.batch.Elsewhere;
import jp.kiyome.quarantine.reprocess.task.Plan;

/** Hands parts to whoever listens to a queue. The messages are kept by the broker, so it may be started anew. */
public record Handing(Broker broker, Plan plan) implements Elsewhere {

    @Override
    public void hand(Assignment assignment) {
        try (JMSContext context = broker.connections().createContext()) {
            Message message = context.createMessage();
            Assignments.write(message, assignment, plan);
            context.createProducer().send(context.createQueue(broker.queue()), message);
        } catch (JMSException e) {
            throw new IllegalStateException("cannot hand a part on", e);
        }
    }
}
