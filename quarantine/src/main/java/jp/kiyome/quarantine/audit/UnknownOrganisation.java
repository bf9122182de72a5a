package jp.kiyome.quarantine.audit;

import jp.kiyome.quarantine.item.Organisation;

/** An organisation that was never enrolled. */
public final class UnknownOrganisation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownOrganisation(Organisation organisation) {
        super("no such organisation: " + organisation);
    }
}
