package jp.kiyome.approval.notice;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.access.Served;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.access.Sides;
import jp.kiyome.approval.request.Request;
import jp.kiyome.approval.request.Wanted;

/**
 * Addresses of requests, at the door where one can do something about them. Immutable.
 *
 * @param origins as browsers call the doors; one that is not named leads nowhere
 */
public record Links(Map<Side, URI> origins, Sides sides) {

    /** Mail is read on the LGWAN side. */
    private static final List<Side> NEAREST = List.of(Side.WHOLE, Side.LGWAN, Side.INTERNET);

    public Links {
        origins = Map.copyOf(origins);
    }

    /** Where it is decided on. */
    Optional<String> toDecide(Request request) {
        return at(Served.APPROVALS).map(origin -> origin + "/approvals/" + request.id());
    }

    /** Where whoever asked sees it, and fetches what was approved. */
    Optional<String> toRequest(Request request) {
        Served served = request.wanted() == Wanted.ORIGINAL ? Served.ORIGINALS : Served.LGWAN;
        return at(served).map(origin -> origin + "/requests/" + request.id());
    }

    /** Where deputies are named. */
    Optional<String> toDeputies() {
        return at(Served.APPROVALS).map(origin -> origin + "/deputies");
    }

    private Optional<URI> at(Served served) {
        return NEAREST.stream()
                .filter(side -> origins.containsKey(side) && sides.serves(served, side))
                .findFirst()
                .map(origins::get);
    }
}
