package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletResponse;
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
import jp.kiyome.approval.request.No;
import jp.kiyome.approval.search.SearchForm;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Group;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Processing items again: tried first, then done, watched, stopped, taken up again. */
@Controller
public final class JobPages {

    /** Items on a page. */
    static final int MOST = 100;

    private static final String BASE = "/jobs";

    private final Jobs jobs;
    private final JobViews views;

    JobPages(Jobs jobs, JobViews views) {
        this.jobs = jobs;
        this.views = views;
    }

    @GetMapping("/jobs")
    String jobs(Person person, Locale locale, Model model) {
        model.addAttribute(
                "jobs",
                jobs.all(person, Order.Kind.REPROCESS).stream()
                        .map(job -> views.job(person.organisation(), job, locale))
                        .toList());
        return "jobs";
    }

    /** What a search found is tried; nothing of it changes by that. */
    @PostMapping("/jobs")
    String begin(
            Person person,
            @RequestParam("group") String group,
            @RequestParam(name = "again", defaultValue = "no") String again,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Order order = new Order(
                Order.Kind.REPROCESS,
                true,
                again.equals("yes"),
                group(group),
                SearchForm.of(sent),
                Untrusted.nothing());
        return shown(jobs.start(person, order), person, response, locale, model);
    }

    private static Group group(String typed) {
        try {
            return new Group(typed);
        } catch (IllegalArgumentException e) {
            throw new No(No.Why.NOTHING_THERE);
        }
    }

    private String shown(
            Optional<JobId> begun, Person person, HttpServletResponse response, Locale locale, Model model) {
        if (begun.isPresent()) {
            return "redirect:" + BASE + "/" + begun.get();
        }
        response.setStatus(409);
        model.addAttribute("problem", "job.busy");
        return jobs(person, locale, model);
    }

    @GetMapping("/jobs/{job}")
    String job(
            Person person,
            Job job,
            @RequestParam(name = "behind", defaultValue = "-1") long behind,
            Locale locale,
            Model model) {
        List<JobLine> lines = jobs.lines(person.organisation(), job.id(), behind, MOST);
        model.addAttribute("job", views.job(person.organisation(), job, locale));
        model.addAttribute("lines", views.lines(person.organisation(), lines, true, locale));
        model.addAttribute("next", lines.size() == MOST ? lines.getLast().number() : -1L);
        model.addAttribute("base", BASE);
        model.addAttribute("back", BASE);
        return "job";
    }

    @PostMapping("/jobs/{job}/stop")
    String stop(Person person, Job job) {
        jobs.stop(person, job.id());
        return "redirect:" + BASE + "/" + job.id();
    }

    /** @param confirmed that somebody has looked at what the page says */
    @PostMapping("/jobs/{job}/resume")
    String resume(
            Person person,
            Job job,
            @RequestParam("confirmed") String confirmed,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return shown(jobs.resume(person, job.id()), person, response, locale, model);
    }

    /** @param confirmed that somebody has looked at what the page says */
    @PostMapping("/jobs/{job}/perform")
    String perform(
            Person person,
            Job job,
            @RequestParam("confirmed") String confirmed,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return shown(jobs.perform(person, job.id()), person, response, locale, model);
    }
}
