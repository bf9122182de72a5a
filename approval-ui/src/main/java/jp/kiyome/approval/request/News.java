package jp.kiyome.approval.request;

import java.util.List;
import jp.kiyome.approval.chain.Turn;
import jp.kiyome.quarantine.item.Item;

/** What there is to tell somebody of a request. */
public sealed interface News {

    Request request();

    Item item();

    /** It is somebody's turn. */
    record YourTurn(Request request, Item item, List<Turn> turns, Occasion why) implements News {

        public YourTurn {
            turns = List.copyOf(turns);
        }
    }

    /** It is over, for whoever asked: the request as it stands now. */
    record Result(Request request, Item item) implements News {}

    /** Why it is somebody's turn. */
    enum Occasion {
        /** The request has just come to them. */
        ASKED,
        /** The deadline is near. */
        REMINDED,
        /** The deadline has passed, and deputies may decide. */
        ESCALATED
    }
}
