package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.text.PlainTime;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.AuditRecord;
import jp.kiyome.quarantine.audit.AuditTrail;
import jp.kiyome.quarantine.audit.ChainFault;
import jp.kiyome.quarantine.audit.CheckedTrail;
import jp.kiyome.quarantine.audit.TrailCriteria;
import jp.kiyome.quarantine.export.JsonLine;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit trail: looking for records, checking that it is whole, taking it out. Each of these is in the trail itself. */
@Controller
public final class TrailPages {

    private static final int PAGE = 100;
    private static final List<String> FIELDS = List.of("who", "action", "subject", "from", "until");
    private static final int LONGEST = 200;

    private final AuditTrail trail;

    TrailPages(AuditTrail trail) {
        this.trail = trail;
    }

    /** A record of the trail as a page shows it. */
    record TrailLine(long number, String at, String who, String action, String subject, String detail) {}

    @GetMapping("/trail")
    String trail(
            Person person,
            @RequestParam(name = "behind", defaultValue = "0") long behind,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model) {
        TrailCriteria criteria = new TrailCriteria(
                word(sent, "who"),
                word(sent, "action"),
                word(sent, "subject"),
                word(sent, "from").flatMap(PlainTime::beginningOf),
                word(sent, "until").flatMap(PlainTime::endOf));
        List<AuditRecord> records =
                trail.search(person.organisation(), person.actor(), criteria, Math.max(0, behind), PAGE);
        model.addAttribute(
                "records",
                records.stream().map(record -> trailLine(record, locale)).toList());
        model.addAttribute("next", records.size() == PAGE ? records.getLast().number() : 0L);
        FIELDS.forEach(
                field -> model.addAttribute("of_" + field, word(sent, field).orElse("")));
        return "trail";
    }

    private static Optional<String> word(Map<String, String> sent, String field) {
        return Optional.ofNullable(sent.get(field))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST);
    }

    private static TrailLine trailLine(AuditRecord record, Locale locale) {
        return new TrailLine(
                record.number(),
                PlainTime.of(record.at(), locale),
                record.who(),
                record.action(),
                record.subject(),
                Untrusted.of(record.detail()).toString());
    }

    /** The head is there to be written down elsewhere: with it a later check sees whether the end was cut off. */
    @PostMapping("/trail/check")
    String check(Person person, Locale locale, Model model) {
        CheckedTrail checked = trail.verify(person.organisation(), person.actor(), List.of());
        model.addAttribute("whole", checked.clean());
        model.addAttribute("head", checked.head().toString());
        model.addAttribute(
                "faults", checked.faults().stream().map(ChainFault::toString).toList());
        // A trail that is not whole may take no record of having been read.
        if (!checked.clean()) {
            model.addAttribute("records", List.of());
            model.addAttribute("next", 0L);
            FIELDS.forEach(field -> model.addAttribute("of_" + field, ""));
            return "trail";
        }
        return trail(person, 0, Map.of(), locale, model);
    }

    /** One JSON object a line. */
    @GetMapping("/trail/export")
    void export(Person person, HttpServletResponse response) throws IOException {
        Download.head(person.organisation() + "-trail.jsonl", response);
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        trail.export(person.organisation(), person.actor(), 0, record -> {
            try {
                out.write(JsonLine.of(record) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("whoever asked for it has gone", e);
            }
        });
        out.flush();
    }
}
