package jp.kiyome.bridge.retro;

import java.util.List;
import jp.kiyome.core.engine.Version;

/**
 * An alert in ArcSight's Common Event Format (CEF 0), a line for each delivery. Whatever came from outside is escaped twice: as
 * {@link jp.kiyome.core.finding.Untrusted} shows it, then as CEF asks.
 */
public final class RetroCef {

    private RetroCef() {}

    /** In the order of the deliveries, without line ends. */
    public static List<String> lines(RetroAlert alert) {
        return alert.deliveries().stream()
                .map(delivery -> line(alert, delivery))
                .toList();
    }

    private static String line(RetroAlert alert, Delivery delivery) {
        return "CEF:0|Kiyome|Kiyome|" + head(Version.CURRENT) + "|verdict.later-threat|Delivered file is a threat|9|"
                + "rt=" + alert.at().toEpochMilli()
                + " fileHash=" + value(alert.sha256())
                + " fname=" + value(delivery.name())
                + " duser=" + value(delivery.recipient())
                + " externalId=" + value(delivery.reference())
                + " deviceCustomDate1Label=delivered deviceCustomDate1="
                + delivery.at().toEpochMilli()
                + " cs1Label=source cs1=" + value(alert.source())
                + " cs2Label=threat cs2=" + value(alert.threat());
    }

    private static String head(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|");
    }

    private static String value(Object text) {
        return text.toString()
                .replace("\\", "\\\\")
                .replace("=", "\\=")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
