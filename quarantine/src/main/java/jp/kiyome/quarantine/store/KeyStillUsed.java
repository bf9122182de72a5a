package jp.kiyome.quarantine.store;

import jp.kiyome.quarantine.item.Organisation;

/** A master key cannot go while the key of an organisation is under it: nothing of that organisation could be read again. */
public final class KeyStillUsed extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient Organisation organisation;

    KeyStillUsed(Organisation organisation) {
        super("the key of " + organisation.id() + " is still under another master key: rewrap it first");
        this.organisation = organisation;
    }

    /** Whose key it is. */
    public Organisation organisation() {
        return organisation;
    }
}
