package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.approval.job.Jobs;
import jp.kiyome.approval.job.Order;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.policy.Checked;
import jp.kiyome.approval.policy.PolicyDesk;
import jp.kiyome.approval.policy.PolicyPart;
import jp.kiyome.approval.policy.PolicyVersion;
import jp.kiyome.approval.policy.ResolvedLine;
import jp.kiyome.approval.text.PlainTime;
import jp.kiyome.approval.text.Texts;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.file.PolicyInvalid;
import jp.kiyome.core.policy.file.PolicyProblem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What policy holds, and changing it: looked at, checked, applied, taken back. */
@Controller
public final class PolicyPages {

    private final PolicyDesk desk;
    private final Jobs jobs;
    private final JobViews views;
    private final Texts texts;

    PolicyPages(PolicyDesk desk, Jobs jobs, JobViews views, Texts texts) {
        this.desk = desk;
        this.jobs = jobs;
        this.views = views;
        this.texts = texts;
    }

    /** A part whose policy is shown. */
    record PartView(String name, boolean shown) {}

    /** A value that holds. */
    record LineView(String section, String key, String value, String level) {}

    /** Something wrong in a text. */
    record ProblemView(int line, int column, String text) {}

    /** A policy that was applied. */
    record VersionView(int number, String at, String account, String comment, String hash, int former, boolean holds) {}

    @GetMapping("/policy")
    String policy(
            Person person,
            @RequestParam(name = "part", defaultValue = "") String part,
            @RequestParam(name = "version", defaultValue = "0") int version,
            Locale locale,
            Model model) {
        Optional<PolicyVersion> shown =
                version > 0 ? desk.versions().find(person.organisation(), version) : current(person);
        model.addAttribute("text", shown.map(one -> typed(one.text())).orElse(texts.text("policy.begin", locale)));
        return page(person, part, locale, model);
    }

    private Optional<PolicyVersion> current(Person person) {
        return desk.versions().current(person.organisation());
    }

    /** As it was typed: a form gives back what stands in it, escaped as HTML alone. */
    private static String typed(Untrusted text) {
        return text.unescaped();
    }

    private String page(Person person, String part, Locale locale, Model model) {
        int holds = current(person).map(PolicyVersion::number).orElse(0);
        model.addAttribute("seen", holds);
        model.addAttribute("longest", PolicyDesk.LONGEST);
        model.addAttribute(
                "versions",
                desk.versions().all(person.organisation()).stream()
                        .map(one -> version(one, holds, locale))
                        .toList());
        model.addAttribute(
                "trials",
                jobs.all(person, Order.Kind.TRIAL).stream()
                        .limit(10)
                        .map(job -> views.job(person.organisation(), job, locale))
                        .toList());
        try {
            List<PolicyPart> parts = desk.parts(
                    person.organisation(),
                    texts.text("policy.of-web", locale),
                    texts.text("policy.of-page", locale, holds));
            PolicyPart shown = parts.stream()
                    .filter(one -> one.name().equals(part))
                    .findFirst()
                    .orElse(parts.getFirst());
            model.addAttribute(
                    "parts",
                    parts.stream()
                            .map(one -> new PartView(one.name(), one.equals(shown)))
                            .toList());
            model.addAttribute("lines", lines(desk.resolved(shown), locale));
        } catch (PolicyInvalid invalid) {
            model.addAttribute("parts", List.of());
            model.addAttribute("lines", List.of());
            model.addAttribute("fallen", problems(invalid.problems(), locale));
        }
        return "policy";
    }

    private VersionView version(PolicyVersion one, int holds, Locale locale) {
        return new VersionView(
                one.number(),
                PlainTime.of(one.at(), locale),
                one.account(),
                Views.whole(one.comment()),
                one.hash().substring(0, Math.min(16, one.hash().length())),
                one.former(),
                one.number() == holds);
    }

    private List<LineView> lines(List<ResolvedLine> lines, Locale locale) {
        return lines.stream()
                .map(line -> new LineView(
                        line.section(),
                        Untrusted.of(line.key()).toString(),
                        line.value(),
                        line.level().isEmpty()
                                ? texts.text("policy.default", locale)
                                : Untrusted.of(line.level()).toString()))
                .toList();
    }

    private static List<ProblemView> problems(List<PolicyProblem> problems, Locale locale) {
        return problems.stream()
                .map(one -> new ProblemView(one.line(), one.column(), one.text().in(Texts.language(locale))))
                .toList();
    }

    @PostMapping("/policy/check")
    String check(Person person, @RequestParam("text") String typed, Locale locale, Model model) {
        Untrusted text = Untrusted.of(plainLines(typed));
        checked(person, text, locale, model);
        return again(person, text, locale, model);
    }

    /** Forms send lines that end with CR LF (HTML, 4.10.21.8). */
    private static String plainLines(String typed) {
        return typed.replace("\r\n", "\n");
    }

    private String again(Person person, Untrusted text, Locale locale, Model model) {
        model.addAttribute("text", typed(text));
        return page(person, "", locale, model);
    }

    /** Whether it can be used; the page tells what came of it. */
    private boolean checked(Person person, Untrusted text, Locale locale, Model model) {
        switch (desk.check(person.organisation(), text)) {
            case Checked.Valid valid -> {
                model.addAttribute("hash", valid.hash());
                model.addAttribute("changes", lines(desk.changes(person.organisation(), valid), locale));
                return true;
            }
            case Checked.Faulty faulty -> {
                model.addAttribute("problems", problems(faulty.problems(), locale));
            }
            case Checked.TooLong _ -> {
                model.addAttribute("problem", "policy.too-long");
            }
        }
        return false;
    }

    @PostMapping("/policy/apply")
    String apply(
            Person person,
            @RequestParam("text") String typed,
            @RequestParam("comment") String comment,
            @RequestParam("seen") int seen,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Untrusted text = Untrusted.of(plainLines(typed));
        if (!checked(person, text, locale, model)) {
            response.setStatus(422);
            return again(person, text, locale, model);
        }
        return applied(desk.apply(person, text, comment, seen), person, text, response, locale, model);
    }

    @PostMapping("/policy/restore")
    String restore(
            Person person,
            @RequestParam("number") int number,
            @RequestParam("comment") String comment,
            @RequestParam("seen") int seen,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Untrusted text = desk.versions()
                .find(person.organisation(), number)
                .map(PolicyVersion::text)
                .orElse(Untrusted.nothing());
        if (!checked(person, text, locale, model)) {
            response.setStatus(422);
            return again(person, text, locale, model);
        }
        return applied(desk.restore(person, number, comment, seen), person, text, response, locale, model);
    }

    private String applied(
            Optional<Integer> number,
            Person person,
            Untrusted text,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        if (number.isPresent()) {
            return "redirect:/policy";
        }
        response.setStatus(409);
        model.addAttribute("problem", "policy.other-applied");
        return again(person, text, locale, model);
    }
}
