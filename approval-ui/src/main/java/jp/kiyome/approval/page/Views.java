package jp.kiyome.approval.page;

import java.util.Comparator;
import java.util.Locale;
import jp.kiyome.approval.request.Queued;
import jp.kiyome.approval.request.Request;
import jp.kiyome.approval.text.EncodedWords;
import jp.kiyome.approval.text.PlainTime;
import jp.kiyome.approval.text.Texts;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.Severity;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.audit.AuditTrail;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Event;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Opinion;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.PartFinding;

/** Makes values for pages: texts in the reader's language, times, and names in a form that deceives nobody. Threads share it. */
final class Views {

    private final FindingCatalogue catalogue;
    private final Texts texts;
    private final AuditTrail trail;

    Views(FindingCatalogue catalogue, Texts texts, AuditTrail trail) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.trail = trail;
    }

    Line line(Hit hit, Locale locale) {
        return new Line(
                hit.id().toString(),
                hit.kind().name(),
                title(hit.kind(), hit.title()),
                hit.sender().toString(),
                PlainTime.of(hit.received(), locale),
                hit.state().name(),
                size(hit.size()));
    }

    private Line line(Item item, Locale locale) {
        return new Line(
                item.id().toString(),
                item.arrival().kind().name(),
                title(item.arrival().kind(), item.arrival().title()),
                item.arrival().sender().toString(),
                PlainTime.of(item.arrival().received(), locale),
                item.state().name(),
                size(item.original().size()));
    }

    ItemView item(Item item, Locale locale) {
        return new ItemView(
                line(item, locale),
                item.arrival().recipients().stream().map(Untrusted::toString).toList(),
                item.arrival().group().name(),
                item.original().sha256(),
                item.conclusion().map(Conclusion::engineVersion).orElse(""),
                item.conclusion().map(Conclusion::policyHash).orElse(""),
                item.conclusion().map(conclusion -> part(conclusion.root(), locale)),
                item.assessments().stream().map(one -> opinion(one, locale)).toList(),
                trail.events(item.organisation(), item.id()).stream()
                        .map(event -> event(event, locale))
                        .toList());
    }

    private static ItemView.EventView event(Event event, Locale locale) {
        return new ItemView.EventView(
                PlainTime.of(event.at(), locale),
                event.who().toString(),
                event.to().name(),
                Untrusted.of(event.why()).toString());
    }

    private PartView part(Part part, Locale locale) {
        return new PartView(
                part.name().toString(),
                part.outputName().toString(),
                part.type(),
                part.verdict().name(),
                part.reason().isEmpty() ? "" : text(part.reason(), locale),
                part.findings().stream()
                        .sorted(Comparator.comparing(this::severity))
                        .map(finding -> finding(finding, locale))
                        .toList(),
                part.nested().stream().map(nested -> part(nested, locale)).toList(),
                part.input().sha256(),
                part.output().map(Digest::sha256).orElse(""),
                size(part.input().size()));
    }

    private FindingView finding(PartFinding finding, Locale locale) {
        return new FindingView(
                text(finding.code(), locale),
                finding.action().name(),
                severity(finding).name(),
                finding.count(),
                finding.code());
    }

    /** What may run stands first. */
    private Severity severity(PartFinding finding) {
        return catalogue.severity(FindingKind.of(finding.code()));
    }

    /** What the catalogue says of a code; the code itself where it is one of another version. */
    String text(String code, Locale locale) {
        return catalogue
                .find(FindingKind.of(code))
                .map(text -> text.text().in(Texts.language(locale)))
                .orElse(code);
    }

    /** A text of the pages, by its name. */
    String said(String key, Locale locale) {
        return texts.text(key, locale);
    }

    private String opinion(Assessment said, Locale locale) {
        String source = source(said, locale);
        return switch (said.opinion()) {
            case Opinion.NothingFound _ -> texts.text("opinion.nothing", locale, source);
            case Opinion.Threat threat -> texts.text("opinion.threat", locale, source, Untrusted.of(threat.name()));
            case Opinion.Suspicious why ->
                texts.text("opinion.suspicious", locale, source, Untrusted.of(String.join(", ", why.reasons())));
            case Opinion.NotScanned not -> texts.text("opinion.not-scanned", locale, source, Untrusted.of(not.why()));
        };
    }

    /** With its version, and how old its signatures were when it was asked, where it tells. */
    private String source(Assessment said, Locale locale) {
        String name = Untrusted.of(said.source()).toString();
        String version = Untrusted.of(said.version()).toString();
        if (version.isEmpty()) {
            return name;
        }
        return said.signatureAge()
                .map(age -> texts.text("opinion.signatures", locale, name, version, Long.toString(age.toDays())))
                .orElseGet(() -> texts.text("opinion.version", locale, name, version));
    }

    /**
     * A file that can be fetched by itself.
     *
     * @param path its place in the report
     */
    record Attached(String path, String name, String size) {}

    static Attached attached(Part part) {
        return new Attached(
                part.path(),
                part.outputName().toString(),
                size(part.output().map(Digest::size).orElse(0L)));
    }

    QueueLine queued(Queued queued, Locale locale) {
        Request request = queued.request();
        return new QueueLine(
                request.id().toString(),
                request.bond().seal(),
                title(queued.kind(), queued.title()),
                request.wanted().name(),
                request.requester().value(),
                PlainTime.of(request.made(), locale),
                queued.kind().name(),
                queued.group().name(),
                queued.type(),
                ChainViews.place(request),
                request.progress().hasDeadline()
                        ? PlainTime.of(request.progress().deadline(), locale)
                        : "",
                request.progress().escalated());
    }

    RequestView request(Request request, Item item, Locale locale) {
        boolean decided = !request.decidedBy().isEmpty();
        return new RequestView(
                request.id().toString(),
                request.item().toString(),
                title(item.arrival().kind(), item.arrival().title()),
                request.wanted().name(),
                request.requester().value(),
                whole(request.reason()),
                request.phase().name(),
                PlainTime.of(request.made(), locale),
                request.decidedBy(),
                decided ? PlainTime.of(request.decided(), locale) : "",
                whole(request.comment()),
                request.bond().seal());
    }

    /** A text that somebody wrote, not shortened: its lines one after the other, each in a form that deceives nobody. */
    static String whole(Untrusted text) {
        StringBuilder shown = new StringBuilder();
        text.unescaped().lines().forEach(line -> {
            int[] points = line.codePoints().toArray();
            for (int at = 0; at < points.length; at += Untrusted.SHOWN) {
                int length = Math.min(Untrusted.SHOWN, points.length - at);
                shown.append(Untrusted.of(new String(points, at, length)));
            }
            shown.append('\n');
        });
        return shown.toString().strip();
    }

    private static String title(Kind kind, Untrusted title) {
        return switch (kind) {
            case MAIL -> EncodedWords.read(title).toString();
            case FILE -> title.toString();
        };
    }

    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        if (bytes < 1 << 20) {
            return bytes / 1024 + " KiB";
        }
        return bytes < 10L << 30 ? bytes / (1 << 20) + " MiB" : bytes / (1 << 30) + " GiB";
    }
}
