package jp.kiyome.approval.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.access.Sides;
import jp.kiyome.approval.directory.DirectorySettings;
import jp.kiyome.approval.intake.TakeIn;
import jp.kiyome.approval.openid.ProviderSettings;
import jp.kiyome.core.jail.drawing.DrawingSettings;
import jp.kiyome.quarantine.item.Organisation;

/**
 * How the web application is reached, and its bounds.
 *
 * @param files that people hand in
 * @param attempts to sign in from one address in a minute
 * @param sessions of one account at a time
 * @param drawing how pages are drawn; empty where none are
 */
public record WebSettings(
        Reach reach,
        TakeIn.Settings files,
        int attempts,
        int sessions,
        Organisations organisations,
        Optional<DrawingSettings> drawing) {

    /** Of one account at a time, where nothing else is said. */
    public static final int SESSIONS = 5;

    /** One door, with nobody before it and no people but our own. */
    public WebSettings(
            String address, int port, boolean secure, long largest, Duration keep, Path scratch, int attempts) {
        this(
                Reach.byOneDoor(address, port, secure),
                new TakeIn.Settings(largest, keep, scratch),
                attempts,
                SESSIONS,
                Organisations.usual(),
                Optional.of(DrawingSettings.usual()));
    }

    /** For this machine alone, with the bounds of a small site. */
    public static WebSettings loopback(int port, Path scratch) {
        return new WebSettings("127.0.0.1", port, false, 200L << 20, Duration.ofDays(30), scratch, 30);
    }

    public WebSettings withDoors(List<Listening> other, Sides what) {
        Reach now = new Reach(other, what, reach.secure(), reach.proxies());
        return new WebSettings(now, files, attempts, sessions, organisations, drawing);
    }

    public WebSettings withDirectories(Map<Organisation, DirectorySettings> other) {
        return with(
                new Organisations(other, organisations.providers(), organisations.policies(), organisations.offices()));
    }

    public WebSettings withProviders(Map<Organisation, ProviderSettings> other) {
        return with(new Organisations(
                organisations.directories(), other, organisations.policies(), organisations.offices()));
    }

    public WebSettings withPolicies(Map<Organisation, Path> other) {
        return with(new Organisations(
                organisations.directories(), organisations.providers(), other, organisations.offices()));
    }

    private WebSettings with(Organisations other) {
        return new WebSettings(reach, files, attempts, sessions, other, drawing);
    }

    public WebSettings withDrawing(Optional<DrawingSettings> other) {
        return new WebSettings(reach, files, attempts, sessions, organisations, other);
    }

    /** How an organisation decides. */
    public OfficeSettings office(Organisation organisation) {
        return organisations.offices().getOrDefault(organisation, OfficeSettings.usual());
    }

    /** Bytes of a form at most, its files together. */
    long largestForm() {
        return Math.addExact(Math.multiplyExact(files.largest(), 2), 1 << 20);
    }
}
