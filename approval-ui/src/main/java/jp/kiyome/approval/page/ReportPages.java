package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kiyome.approval.figures.Figures;
import jp.kiyome.approval.figures.MonthFigures;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.print.Printed;
import jp.kiyome.approval.text.PlainTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The monthly report, as a page, on paper, and as a table for other programs. */
@Controller
public final class ReportPages {

    private static final List<String> TABLES = List.of("outcomes", "types", "findings", "requests");

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** Programs of offices take a table for UTF-8 by this. */
    private static final String MARK = "\uFEFF";

    private final Figures figures;
    private final Views views;
    private final InstantSource clock;

    ReportPages(Figures figures, Views views, InstantSource clock) {
        this.figures = figures;
        this.views = views;
        this.clock = clock;
    }

    /**
     * A line of the report.
     *
     * @param name in the reader's language
     * @param most the greatest number of its table, for a bar
     */
    record ReportLine(String table, String name, String beside, long number, long most) {}

    @GetMapping("/report")
    String report(
            Person person, @RequestParam(name = "month", defaultValue = "") String typed, Locale locale, Model model) {
        YearMonth month = month(typed);
        List<ReportLine> lines = lines(figures.of(person, month), locale);
        model.addAttribute("month", month.toString());
        model.addAttribute("before", month.minusMonths(1).toString());
        model.addAttribute("behind", month.plusMonths(1).toString());
        model.addAttribute("tables", lines.stream().collect(Collectors.groupingBy(ReportLine::table)));
        model.addAttribute("empty", lines.isEmpty());
        return "report";
    }

    @GetMapping("/report/csv")
    void csv(
            Person person,
            @RequestParam(name = "month", defaultValue = "") String typed,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        YearMonth month = month(typed);
        String table = lines(figures.of(person, month), locale).stream()
                .map(line -> Stream.of(line.table(), line.name(), line.beside(), "" + line.number())
                        .map(ReportPages::quoted)
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", MARK, "\r\n"));
        Download.head("kiyome-" + month + ".csv", response);
        response.getOutputStream().write(table.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/report/pdf")
    void pdf(
            Person person,
            @RequestParam(name = "month", defaultValue = "") String typed,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        YearMonth month = month(typed);
        byte[] file = printed(person, month, lines(figures.of(person, month), locale), locale)
                .pdf();
        Download.head("kiyome-" + month + ".pdf", response);
        response.getOutputStream().write(file);
    }

    private Printed printed(Person person, YearMonth month, List<ReportLine> lines, Locale locale) {
        String organisation = views.said("figures.organisation", locale) + ": "
                + person.organisation().id();
        String when = views.said("figures.month", locale) + ": " + PlainTime.of(month, locale);
        List<String> about = new ArrayList<>(List.of(organisation, when));
        if (lines.isEmpty()) {
            about.add(views.said("figures.nothing", locale));
        }
        Map<String, List<ReportLine>> tables = lines.stream().collect(Collectors.groupingBy(ReportLine::table));
        String title = views.said("menu.report", locale) + " " + PlainTime.of(month, locale);
        return new Printed(
                locale.getLanguage(),
                title,
                about,
                person.organisation().id() + "  " + title,
                TABLES.stream()
                        .filter(tables::containsKey)
                        .map(table -> table(table, tables.getOrDefault(table, List.of()), locale))
                        .toList());
    }

    private Printed.Table table(String name, List<ReportLine> lines, Locale locale) {
        return new Printed.Table(
                views.said("figures." + name, locale),
                views.said("figures.what", locale),
                views.said("figures.beside", locale),
                views.said("figures.number", locale),
                lines.stream()
                        .map(line -> new Printed.Row(line.name(), line.beside(), line.number(), line.most()))
                        .toList());
    }

    /** RFC 4180, 2.7. */
    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }

    /** The month that is meant; this one where nothing sensible is. */
    private YearMonth month(String typed) {
        return Optional.of(typed)
                .filter(word -> word.matches("20[0-9]{2}-(0[1-9]|1[0-2])"))
                .map(YearMonth::parse)
                .orElseGet(() -> YearMonth.from(clock.instant().atZone(JAPAN)));
    }

    private List<ReportLine> lines(MonthFigures of, Locale locale) {
        return Stream.of(outcomes(of, locale), types(of), findings(of, locale), requests(of, locale))
                .flatMap(List::stream)
                .toList();
    }

    private List<ReportLine> outcomes(MonthFigures of, Locale locale) {
        return of.outcomes().stream()
                .map(one -> new ReportLine(
                        "outcomes",
                        views.said("kind." + one.kind(), locale),
                        views.said(one.verdict().isEmpty() ? "figures.unknown" : "verdict." + one.verdict(), locale),
                        one.items(),
                        of.items()))
                .toList();
    }

    private static List<ReportLine> types(MonthFigures of) {
        long most =
                of.types().stream().mapToLong(MonthFigures.Count::number).max().orElse(0);
        return of.types().stream()
                .map(one -> new ReportLine("types", one.name(), "", one.number(), most))
                .toList();
    }

    private List<ReportLine> findings(MonthFigures of, Locale locale) {
        long most = of.findings().stream()
                .mapToLong(MonthFigures.Finding::times)
                .max()
                .orElse(0);
        return of.findings().stream()
                .map(one -> new ReportLine(
                        "findings",
                        views.text(one.code(), locale),
                        views.said("action." + one.action(), locale),
                        one.times(),
                        most))
                .toList();
    }

    private List<ReportLine> requests(MonthFigures of, Locale locale) {
        long most = of.requests().stream()
                .mapToLong(MonthFigures.Count::number)
                .max()
                .orElse(0);
        return of.requests().stream()
                .map(one ->
                        new ReportLine("requests", views.said("phase." + one.name(), locale), "", one.number(), most))
                .toList();
    }
}
