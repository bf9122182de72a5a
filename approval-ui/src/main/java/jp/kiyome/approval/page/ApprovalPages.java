package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.request.Choice;
import jp.kiyome.approval.request.Decision;
import jp.kiyome.approval.request.QueueFilter;
import jp.kiyome.approval.request.Request;
import jp.kiyome.approval.request.RequestId;
import jp.kiyome.approval.request.Requests;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.store.Items;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a decision, and deciding: on one request, or on several at once. */
@Controller
public final class ApprovalPages {

    /** How many days something may be asked to have waited. */
    private static final List<String> DAYS = List.of("1", "3", "7", "30");

    /** What somebody has decided on that is listed. */
    private static final int DECIDED = 20;

    private final Requests requests;
    private final Items items;
    private final Views views;
    private final ChainViews chains;
    private final PictureViews pictures;
    private final InstantSource clock;

    ApprovalPages(
            Requests requests,
            Items items,
            Views views,
            ChainViews chains,
            PictureViews pictures,
            InstantSource clock) {
        this.requests = requests;
        this.items = items;
        this.views = views;
        this.chains = chains;
        this.pictures = pictures;
        this.clock = clock;
    }

    @GetMapping("/approvals")
    String queue(
            Person person,
            @RequestParam(name = "group", defaultValue = "") String group,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "wanted", defaultValue = "") String wanted,
            @RequestParam(name = "type", defaultValue = "") String type,
            @RequestParam(name = "days", defaultValue = "") String days,
            Locale locale,
            Model model) {
        List<QueueLine> all = lines(person, QueueFilter.all(), locale);
        List<String> groups = choices(all, QueueLine::group);
        List<String> types = choices(all, QueueLine::type);
        QueueFilter filter = new QueueFilter(
                chosen(groups, group).map(Group::new),
                Wording.constant(Kind.values(), kind),
                Wording.constant(Wanted.values(), wanted),
                chosen(types, type),
                chosen(DAYS, days).map(some -> clock.instant().minus(Duration.ofDays(Long.parseLong(some)))));
        model.addAttribute("group", group);
        model.addAttribute("kind", kind);
        model.addAttribute("wanted", wanted);
        model.addAttribute("type", type);
        model.addAttribute("days", days);
        model.addAttribute("groups", groups);
        model.addAttribute("types", types);
        model.addAttribute("someDays", DAYS);
        model.addAttribute("waiting", all.size());
        model.addAttribute("own", decided(person, locale));
        model.addAttribute("queue", filter.equals(QueueFilter.all()) ? all : lines(person, filter, locale));
        return "approvals";
    }

    private List<QueueLine> lines(Person person, QueueFilter filter, Locale locale) {
        return requests.queue(person, filter).stream()
                .map(queued -> views.queued(queued, locale))
                .toList();
    }

    private List<RequestView> decided(Person person, Locale locale) {
        return requests.decidedBy(person, DECIDED).stream()
                .flatMap(request -> items.find(person.organisation(), request.item()).stream()
                        .map(item -> views.request(request, item, locale)))
                .toList();
    }

    private static List<String> choices(List<QueueLine> all, Function<QueueLine, String> of) {
        return all.stream()
                .map(of)
                .filter(one -> !one.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<String> chosen(List<String> choices, String word) {
        return choices.stream().filter(word::equals).findFirst();
    }

    @PostMapping("/approvals/decisions")
    String decideAll(
            Person person,
            @RequestParam("decision") Decision decision,
            @RequestParam(name = "chosen", defaultValue = "") List<String> chosen,
            @RequestParam(name = "comment", defaultValue = "") String comment,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        List<Choice> choices = chosen.stream()
                .map(ApprovalPages::choice)
                .flatMap(Optional::stream)
                .toList();
        if (choices.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("problem", "approvals.choose-some");
        } else {
            List<Choice.Outcome> outcomes = requests.decideAll(person, choices, decision, comment);
            List<Choice.Outcome> misses =
                    outcomes.stream().filter(one -> one.why().isPresent()).toList();
            model.addAttribute("decision", decision.name());
            model.addAttribute("decided", outcomes.size() - misses.size());
            model.addAttribute("misses", misses.stream().map(Miss::of).toList());
        }
        return queue(person, "", "", "", "", "", locale, model);
    }

    /**
     * A request that was not decided on.
     *
     * @param why name of a text
     */
    record Miss(String id, String why) {

        static Miss of(Choice.Outcome outcome) {
            return new Miss(
                    outcome.choice().id().toString(),
                    ErrorPages.text(outcome.why().orElseThrow()));
        }
    }

    private static Optional<Choice> choice(String sent) {
        int end = sent.indexOf('/');
        try {
            return Optional.of(new Choice(
                    new RequestId(UUID.fromString(sent.substring(0, Math.max(end, 0)))), sent.substring(end + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @GetMapping("/approvals/{request}")
    String approval(Person person, Request request, Item item, Locale locale, Model model) {
        model.addAttribute("request", views.request(request, item, locale));
        chains.add(person, request, locale, model);
        chains.addTurn(person, request, locale, model);
        model.addAttribute("isMail", item.arrival().kind() == Kind.MAIL);
        model.addAttribute(
                "sender", items.sender(person.organisation(), item.id()).map(SenderView::of));
        model.addAttribute("item", views.item(item, locale));
        model.addAttribute("pictures", pictures.of(person, item, locale));
        return "approval";
    }

    @PostMapping("/approvals/{request}/decision")
    String decide(
            Person person,
            Request request,
            @RequestParam("decision") Decision decision,
            @RequestParam("seal") String seal,
            @RequestParam(name = "comment", defaultValue = "") String comment) {
        requests.decide(person, request.id(), decision, seal, comment);
        return "redirect:/approvals";
    }
}
