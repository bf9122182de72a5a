package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.job.Job;
import jp.kiyome.approval.job.JobId;
import jp.kiyome.approval.job.JobLine;
import jp.kiyome.approval.job.Jobs;
import jp.kiyome.approval.job.Order;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.search.SearchForm;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Group;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Trying a policy on what came last month: nothing changes, and of the items nothing is shown but what they came to. */
@Controller
public final class TrialPages {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String BASE = "/policy/trials";

    private final Jobs jobs;
    private final JobViews views;
    private final PolicyPages policies;
    private final InstantSource clock;

    TrialPages(Jobs jobs, JobViews views, PolicyPages policies, InstantSource clock) {
        this.jobs = jobs;
        this.views = views;
        this.policies = policies;
        this.clock = clock;
    }

    @PostMapping("/policy/trials")
    String begin(
            Person person,
            @RequestParam("text") String typed,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        String page = policies.check(person, typed, locale, model);
        if (!model.containsAttribute("hash")) {
            response.setStatus(422);
            return page;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), JAPAN);
        SearchForm month = new SearchForm(Map.of("from", today.minusMonths(1).toString(), "until", today.toString()));
        Untrusted text = Untrusted.of(String.valueOf(model.getAttribute("text")));
        Order order = new Order(Order.Kind.TRIAL, true, false, Group.WHOLE, month, text);
        return shown(jobs.start(person, order), page, response, model);
    }

    private static String shown(Optional<JobId> begun, String otherwise, HttpServletResponse response, Model model) {
        if (begun.isPresent()) {
            return "redirect:" + BASE + "/" + begun.get();
        }
        response.setStatus(409);
        model.addAttribute("problem", "job.busy");
        return otherwise;
    }

    @GetMapping("/policy/trials/{job}")
    String trial(
            Person person,
            Job job,
            @RequestParam(name = "behind", defaultValue = "-1") long behind,
            Locale locale,
            Model model) {
        List<JobLine> lines = jobs.lines(person.organisation(), job.id(), behind, JobPages.MOST);
        model.addAttribute("job", views.job(person.organisation(), job, locale));
        model.addAttribute("lines", views.lines(person.organisation(), lines, false, locale));
        model.addAttribute(
                "next", lines.size() == JobPages.MOST ? lines.getLast().number() : -1L);
        model.addAttribute("base", BASE);
        model.addAttribute("back", "/policy");
        return "job";
    }

    @PostMapping("/policy/trials/{job}/stop")
    String stop(Person person, Job job) {
        jobs.stop(person, job.id());
        return "redirect:" + BASE + "/" + job.id();
    }

    /** @param confirmed that somebody has looked at what the page says */
    @PostMapping("/policy/trials/{job}/resume")
    String resume(
            Person person,
            Job job,
            @RequestParam("confirmed") String confirmed,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<JobId> begun = jobs.resume(person, job.id());
        return shown(begun, begun.isPresent() ? "" : trial(person, job, -1, locale, model), response, model);
    }
}
