package jp.kiyome.message.witness;

import java.io.IOException;
import java.io.InputStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Apache James mime4j, as a stream. Threads may share it. */
public final class Mime4jWitness implements Witness {

    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxHeaderLen(-1)
            .setHeadlessParsing(null)
            .build();

    @Override
    public String name() {
        return "mime4j";
    }

    @Override
    public void look(Content message, Budget budget, Listener listener) {
        MimeTokenStream stream = new MimeTokenStream(CONFIG);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try (InputStream in = message.stream()) {
            stream.parse(in);
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                budget.checkTime();
                if (state == EntityState.T_BODY) {
                    String type = stream.getBodyDescriptor().getMimeType();
                    listener.sees(type == null ? "" : type, stream.getDecodedInputStream());
                }
            }
        } catch (MimeException | IOException end) {
            // It reads no further; what it saw so far counts.
            return;
        }
    }
}
