package jp.kiyome.approval.page;

import java.util.List;
import java.util.Optional;

/**
 * An item as a page shows it. Everything that came from outside is escaped as {@code Untrusted} shows it, and once more as HTML.
 *
 * @param report empty before it was processed and after it was erased
 */
record ItemView(
        Line line,
        List<String> recipients,
        String group,
        String original,
        String engine,
        String policy,
        Optional<PartView> report,
        List<String> opinions,
        List<EventView> events) {

    ItemView {
        recipients = List.copyOf(recipients);
        opinions = List.copyOf(opinions);
        events = List.copyOf(events);
    }

    /** A change of state. */
    record EventView(String at, String who, String state, String why) {}
}
