package jp.kiyome.quarantine.reprocess.remote;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Where messages go through.
 *
 * @param url of Artemis, for example {@code tcp://broker:61616?sslEnabled=true}
 * @param queue that all of an installation share
 */
public record Broker(String url, String user, String password, String queue) {

    /** The name of the queue where nobody says otherwise. */
    public static final String QUEUE = "kiyome.reprocess";

    ConnectionFactory connections() {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, user, password);
        // One part at a time: what one worker kept waiting another could do.
        factory.setConsumerWindowSize(0);
        // Messages here have no body; nothing is ever to be made into an object.
        factory.setDeserializationDenyList("*");
        return factory;
    }

    @Override
    public String toString() {
        return url + " " + queue;
    }
}
