package jp.kiyome.message.witness;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;

/** Another reader of MIME. Threads may share it. */
public interface Witness {

    String name();

    /**
     * Tells of every part without parts that it sees, messages inside unopened, in their order; what it cannot read it does not see. Never
     * throws for bad input.
     */
    void look(Content message, Budget budget, Listener listener);

    /** The same, in short. */
    default List<Seen> look(Content message, Budget budget) {
        List<Seen> seen = new ArrayList<>();
        look(message, budget, (type, bytes) -> seen.add(new Seen(type, Fingerprint.of(bytes))));
        return seen;
    }

    /** Told what a witness sees. */
    interface Listener {

        /**
         * A part.
         *
         * @param type its media type, lower case; empty where the reader gives none
         * @param bytes what the reader decodes, until it cannot go on
         * @throws IOException of the bytes: this part was not seen then
         */
        void sees(String type, InputStream bytes) throws IOException;
    }
}
