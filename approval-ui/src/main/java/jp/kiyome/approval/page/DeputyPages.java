package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.approval.deputy.Deputation;
import jp.kiyome.approval.deputy.Deputies;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.text.PlainTime;
import jp.kiyome.core.finding.Untrusted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who decides in whose place, and until when. */
@Controller
public final class DeputyPages {

    private final Deputies deputies;

    DeputyPages(Deputies deputies) {
        this.deputies = deputies;
    }

    /**
     * A deputation as the page shows it.
     *
     * @param mine whether who looks may end it
     */
    record DeputyLine(String id, String approver, String deputy, String from, String until, String by, boolean mine) {}

    /** Somebody to choose. */
    record Choosable(String name, String fullName) {}

    @GetMapping("/deputies")
    String deputies(Person person, Locale locale, Model model) {
        boolean forOthers = Deputies.mayNameForOthers(person);
        model.addAttribute("forOthers", forOthers);
        model.addAttribute("self", person.name().value());
        model.addAttribute(
                "deciders",
                deputies.deciders(person).stream()
                        .map(one ->
                                new Choosable(one.name().value(), one.fullName().toString()))
                        .toList());
        model.addAttribute(
                "deputies",
                deputies.of(person).stream()
                        .map(one -> line(person, one, locale))
                        .toList());
        return "deputies";
    }

    private static DeputyLine line(Person person, Deputation one, Locale locale) {
        return new DeputyLine(
                one.id().toString(),
                one.approver().value(),
                one.deputy().value(),
                PlainTime.of(one.from(), locale),
                PlainTime.of(one.until(), locale),
                Untrusted.of(one.namedBy().replaceFirst("^person:", "")).toString(),
                one.approver().equals(person.name()) || Deputies.mayNameForOthers(person));
    }

    /** From the beginning of one day to the end of another. */
    @PostMapping("/deputies")
    String name(
            Person person,
            @RequestParam(name = "approver", defaultValue = "") String approver,
            @RequestParam("deputy") String deputy,
            @RequestParam("from") String from,
            @RequestParam("until") String until,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<AccountName> whose = approver.isBlank() ? Optional.of(person.name()) : AccountName.typed(approver);
        Optional<AccountName> who = AccountName.typed(deputy);
        Optional<Instant> begins = PlainTime.beginningOf(from);
        Optional<Instant> ends = PlainTime.endOf(until);
        Deputies.Answer answer;
        if (whose.isEmpty() || who.isEmpty()) {
            answer = Deputies.Answer.NOBODY;
        } else if (begins.isEmpty() || ends.isEmpty()) {
            answer = Deputies.Answer.NO_SPAN;
        } else {
            answer = deputies.name(person, whose.get(), who.get(), begins.get(), ends.get(), reason);
        }
        List<String> problem =
                switch (answer) {
                    case DONE -> List.of();
                    case NOBODY -> List.of("deputies.nobody");
                    case NO_SPAN -> List.of("deputies.no-span");
                    case NO_REASON -> List.of("deputies.no-reason");
                    case NOT_YOURS -> List.of("deputies.not-yours");
                };
        if (problem.isEmpty()) {
            return "redirect:/deputies";
        }
        response.setStatus(422);
        model.addAttribute("problem", problem.getFirst());
        return deputies(person, locale, model);
    }

    @PostMapping("/deputies/end")
    String end(Person person, @RequestParam("deputation") String id) {
        if (id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            // One that is over already is no mistake.
            deputies.end(person, UUID.fromString(id));
        }
        return "redirect:/deputies";
    }
}
