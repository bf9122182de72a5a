package jp.kiyome.office.ppt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.NumberWriter;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordHost;
import jp.kiyome.office.value.HyperlinkTarget;
import jp.kiyome.office.value.Visible;

/**
 * The list of hyperlinks of a presentation ([MS-PPT] 2.10.16): those to the web, to mail addresses and to slides stay. What is
 * clicked points here by number. Not thread-safe.
 */
final class Hyperlinks {

    static final int LINK = 4055;

    private static final int NUMBER = 4051;
    private static final int TEXT = 4026;
    private static final int NAME = 0;
    private static final int TARGET = 1;
    private static final int PLACE = 3;

    /** A slide by its id, its number and its title (2.10.20). */
    private static final Pattern SLIDE = Pattern.compile("-?[0-9]{1,10},-?[0-9]{1,10},.{0,1000}", Pattern.DOTALL);

    private final RecordHost host;
    private final Set<Integer> kept = new HashSet<>();

    Hyperlinks(RecordHost host) {
        this.host = host;
    }

    /** Whether a link of this number stays. */
    boolean has(int number) {
        return kept.contains(number);
    }

    Optional<Record> read(RawRecord raw) {
        Budget budget = host.budget();
        int number = 0;
        Optional<String> name = Optional.empty();
        Optional<String> target = Optional.empty();
        Optional<String> place = Optional.empty();
        for (RawRecord child : raw.children(budget)) {
            int instance = child.head().instance();
            if (child.type() == NUMBER && child.body().size() >= 4) {
                number = new NumberReader(child.bytes()).i32();
            } else if (child.type() == TEXT && instance == NAME) {
                name = Optional.of(text(child));
            } else if (child.type() == TEXT && instance == TARGET) {
                target = Optional.of(text(child));
            } else if (child.type() == TEXT && instance == PLACE) {
                place = Optional.of(text(child));
            } else {
                host.found("record.unknown", Action.REMOVED, "ExHyperlinkContainer", Integer.toString(child.type()));
            }
        }
        return allowed(number, name, target, place);
    }

    private Optional<Record> allowed(
            int number, Optional<String> name, Optional<String> target, Optional<String> place) {
        String to = target.orElse("");
        Optional<HyperlinkTarget> address = HyperlinkTarget.parse(to);
        Optional<String> slide = place.filter(text -> SLIDE.matcher(text).matches());
        boolean local = to.isEmpty() || SLIDE.matcher(to).matches();
        if (number == 0 || address.isEmpty() && (!local || slide.isEmpty() && to.isEmpty())) {
            host.found("link.scheme", Action.REMOVED, "ExHyperlinkContainer", to);
            return Optional.empty();
        }
        List<Record> children = new ArrayList<>();
        children.add(
                new Record.Atom(0, NUMBER, 0, new NumberWriter().i32(number).bytes()));
        name.filter(Visible::all).ifPresent(text -> children.add(text(NAME, text)));
        target.ifPresent(text ->
                children.add(text(TARGET, address.map(HyperlinkTarget::text).orElse(text))));
        place.filter(text -> address.isPresent()
                        ? Visible.all(text)
                        : SLIDE.matcher(text).matches())
                .ifPresent(text -> children.add(text(PLACE, text)));
        address.filter(HyperlinkTarget::isWeb).ifPresent(web -> host.leadsTo(web.text()));
        kept.add(number);
        return Optional.of(new Record.Container(LINK, 0, children));
    }

    private static String text(RawRecord raw) {
        byte[] body = raw.bytes();
        String text = new NumberReader(body).text(body.length / 2);
        int end = text.indexOf('\0');
        return PlainText.of(end < 0 ? text : text.substring(0, end)).text();
    }

    private static Record text(int instance, String text) {
        return new Record.Atom(0, TEXT, instance, text.getBytes(StandardCharsets.UTF_16LE));
    }
}
