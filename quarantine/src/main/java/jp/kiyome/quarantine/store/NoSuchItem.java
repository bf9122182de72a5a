package jp.kiyome.quarantine.store;

import jp.kiyome.quarantine.item.ItemId;

/** An item that this organisation does not have. */
public final class NoSuchItem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchItem(ItemId id) {
        super("no such item: " + id);
    }
}
