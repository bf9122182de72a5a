package jp.kiyome.quarantine.reprocess.remote;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.batch.Assignment;
import jp.kiyome.quarantine.reprocess.task.Plan;
import org.jspecify.annotations.Nullable;

/** What stands in a message: names and numbers. Everything else is in the database, which both sides have. */
final class Assignments {

    private static final String ORGANISATION = "organisation";
    private static final String ENGINE = "engine";
    private static final String POLICY = "policy";

    private Assignments() {}

    static void write(Message message, Assignment assignment, Plan plan) throws JMSException {
        message.setStringProperty(ORGANISATION, assignment.organisation().id());
        message.setStringProperty("run", assignment.run().toString());
        message.setLongProperty("job", assignment.jobExecution());
        message.setLongProperty("step", assignment.stepExecution());
        message.setStringProperty(ENGINE, plan.engineVersion());
        message.setStringProperty(POLICY, plan.policyHash());
    }

    /**
     * What a message says.
     *
     * @throws IllegalArgumentException when it is no message of ours
     */
    static Assignment read(Message message) throws JMSException {
        return new Assignment(
                new Organisation(text(message, ORGANISATION)),
                UUID.fromString(text(message, "run")),
                message.getLongProperty("job"),
                message.getLongProperty("step"));
    }

    private static String text(Message message, String name) throws JMSException {
        @Nullable String value = message.getStringProperty(name);
        return value == null ? "" : value;
    }

    /** Only what this engine is to do, for these organisations, under these policies. */
    static String selector(String engineVersion, Map<Organisation, String> policies) {
        String any = policies.entrySet().stream()
                .map(one -> "(" + is(ORGANISATION, one.getKey().id()) + " AND " + is(POLICY, one.getValue()) + ")")
                .sorted()
                .collect(Collectors.joining(" OR "));
        return is(ENGINE, engineVersion) + " AND (" + any + ")";
    }

    private static String is(String name, String value) {
        return name + " = '" + value.replace("'", "''") + "'";
    }
}
