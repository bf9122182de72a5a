package jp.kiyome.mail.relay;

import java.util.List;
import jp.kiyome.mail.settings.NextHop;
import jp.kiyome.mail.settings.OrganisationSettings;

/**
 * Where mail for a recipient goes.
 *
 * @param organisation whose mail it is: the recipient's, or the sender's where it goes out
 */
record Route(OrganisationSettings organisation, boolean outbound) {

    List<NextHop> hops() {
        return outbound ? organisation.outbound() : organisation.inbound();
    }
}
