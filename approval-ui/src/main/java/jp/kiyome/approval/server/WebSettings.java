package jp.kiyome.approval.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.access.Proxies;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.access.Sides;
import jp.kiyome.approval.directory.DirectorySettings;
import jp.kiyome.approval.openid.ProviderSettings;
import jp.kiyome.core.jail.drawing.DrawingSettings;
import jp.kiyome.quarantine.item.Organisation;

/**
 * How the web application is reached, and its bounds.
 *
 * @param doors one for the whole, or one for each side
 * @param sides which door serves what, where there are two
 * @param secure whether browsers reach it by HTTPS: cookies are then sent over nothing else
 * @param largest bytes of a file at most
 * @param keep how long files are kept that people hand in
 * @param scratch where files lie while they come in
 * @param attempts to sign in from one address in a minute
 * @param sessions of one account at a time
 * @param proxies that stand before us
 * @param directories of organisations that have one
 * @param providers of organisations that have one
 * @param policies files of organisations that have one, over the policy of all
 * @param offices how organisations decide that have said so
 * @param drawing how pages are drawn; empty where none are
 */
public record WebSettings(
        List<Listening> doors,
        Sides sides,
        boolean secure,
        long largest,
        Duration keep,
        Path scratch,
        int attempts,
        int sessions,
        Proxies proxies,
        Map<Organisation, DirectorySettings> directories,
        Map<Organisation, ProviderSettings> providers,
        Map<Organisation, Path> policies,
        Map<Organisation, OfficeSettings> offices,
        Optional<DrawingSettings> drawing) {

    /** Of one account at a time, where nothing else is said. */
    public static final int SESSIONS = 5;

    public WebSettings {
        doors = List.copyOf(doors);
        directories = Map.copyOf(directories);
        providers = Map.copyOf(providers);
        policies = Map.copyOf(policies);
        offices = Map.copyOf(offices);
        List<Side> all = doors.stream().map(Listening::side).sorted().toList();
        if (!all.equals(List.of(Side.WHOLE)) && !all.equals(List.of(Side.INTERNET, Side.LGWAN))) {
            throw new IllegalArgumentException("one door for the whole, or one for each side: " + all);
        }
    }

    /** One door, with nobody before it and no people but our own. */
    public WebSettings(
            String address, int port, boolean secure, long largest, Duration keep, Path scratch, int attempts) {
        this(
                List.of(new Listening(Side.WHOLE, address, port, Optional.empty())),
                Sides.usual(),
                secure,
                largest,
                keep,
                scratch,
                attempts,
                SESSIONS,
                Proxies.none(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.of(DrawingSettings.usual()));
    }

    /** For this machine alone, with the bounds of a small site. */
    public static WebSettings loopback(int port, Path scratch) {
        return new WebSettings("127.0.0.1", port, false, 200L << 20, Duration.ofDays(30), scratch, 30);
    }

    public WebSettings withDoors(List<Listening> other, Sides what) {
        return new WebSettings(
                other,
                what,
                secure,
                largest,
                keep,
                scratch,
                attempts,
                sessions,
                proxies,
                directories,
                providers,
                policies,
                offices,
                drawing);
    }

    public WebSettings withProxies(Proxies other) {
        return new WebSettings(
                doors,
                sides,
                secure,
                largest,
                keep,
                scratch,
                attempts,
                sessions,
                other,
                directories,
                providers,
                policies,
                offices,
                drawing);
    }

    public WebSettings withDirectories(Map<Organisation, DirectorySettings> other) {
        return new WebSettings(
                doors, sides, secure, largest, keep, scratch, attempts, sessions, proxies, other, providers, policies,
                offices, drawing);
    }

    public WebSettings withProviders(Map<Organisation, ProviderSettings> other) {
        return new WebSettings(
                doors,
                sides,
                secure,
                largest,
                keep,
                scratch,
                attempts,
                sessions,
                proxies,
                directories,
                other,
                policies,
                offices,
                drawing);
    }

    public WebSettings withPolicies(Map<Organisation, Path> other) {
        return new WebSettings(
                doors,
                sides,
                secure,
                largest,
                keep,
                scratch,
                attempts,
                sessions,
                proxies,
                directories,
                providers,
                other,
                offices,
                drawing);
    }

    public WebSettings withOffices(Map<Organisation, OfficeSettings> other) {
        return new WebSettings(
                doors,
                sides,
                secure,
                largest,
                keep,
                scratch,
                attempts,
                sessions,
                proxies,
                directories,
                providers,
                policies,
                other,
                drawing);
    }

    public WebSettings withDrawing(Optional<DrawingSettings> other) {
        return new WebSettings(
                doors,
                sides,
                secure,
                largest,
                keep,
                scratch,
                attempts,
                sessions,
                proxies,
                directories,
                providers,
                policies,
                offices,
                other);
    }

    /** How an organisation decides. */
    public OfficeSettings office(Organisation organisation) {
        return offices.getOrDefault(organisation, OfficeSettings.usual());
    }

    /** Bytes of a form at most, its files together. */
    long largestForm() {
        return Math.addExact(Math.multiplyExact(largest, 2), 1 << 20);
    }
}
