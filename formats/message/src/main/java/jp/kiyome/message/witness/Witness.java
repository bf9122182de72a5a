package jp.kiyome.message.witness;

import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;

/** Another reader of MIME. Threads may share it. */
public interface Witness {

    String name();

    /** Every part without parts that it sees, messages inside unopened; what it cannot read it does not see. Never throws for bad input. */
    List<Seen> look(Content message, Budget budget);
}
