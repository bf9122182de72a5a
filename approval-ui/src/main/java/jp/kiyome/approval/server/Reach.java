package jp.kiyome.approval.server;

import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.access.Proxies;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.access.Sides;

/**
 * How browsers reach the web application.
 *
 * @param doors one for the whole, or one for each side
 * @param sides which door serves what, where there are two
 * @param secure whether browsers reach it by HTTPS: cookies are then sent over nothing else
 * @param proxies that stand before us
 */
public record Reach(List<Listening> doors, Sides sides, boolean secure, Proxies proxies) {

    public Reach {
        doors = List.copyOf(doors);
        List<Side> all = doors.stream().map(Listening::side).sorted().toList();
        if (!all.equals(List.of(Side.WHOLE)) && !all.equals(List.of(Side.INTERNET, Side.LGWAN))) {
            throw new IllegalArgumentException("one door for the whole, or one for each side: " + all);
        }
    }

    /** One door, with nobody before it. */
    static Reach byOneDoor(String address, int port, boolean secure) {
        Listening door = new Listening(Side.WHOLE, address, port, Optional.empty());
        return new Reach(List.of(door), Sides.usual(), secure, Proxies.none());
    }
}
