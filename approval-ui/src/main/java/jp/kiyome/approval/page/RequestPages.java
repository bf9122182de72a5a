package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import jp.kiyome.approval.account.PasswordRule;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.release.Release;
import jp.kiyome.approval.request.No;
import jp.kiyome.approval.request.Request;
import jp.kiyome.approval.request.Requests;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.store.Items;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody has asked for, and fetching it once it is approved. */
@Controller
public final class RequestPages {

    private final Requests requests;
    private final Items items;
    private final Release release;
    private final Views views;
    private final ChainViews chains;

    RequestPages(Requests requests, Items items, Release release, Views views, ChainViews chains) {
        this.requests = requests;
        this.items = items;
        this.release = release;
        this.views = views;
        this.chains = chains;
    }

    @GetMapping("/requests")
    String requests(Person person, Locale locale, Model model) {
        List<RequestView> own = requests.of(person).stream()
                .map(request -> views.request(request, item(person, request), locale))
                .toList();
        model.addAttribute("requests", own);
        return "requests";
    }

    @GetMapping("/requests/{request}")
    String request(Person person, Request request, Item item, Locale locale, Model model) {
        chains.add(person, request, locale, model);
        model.addAttribute("request", views.request(request, item, locale));
        model.addAttribute("shortest", PasswordRule.SHORTEST);
        return "request";
    }

    @PostMapping("/requests/{request}/recall")
    String recall(Person person, Request request) {
        requests.recall(person, request.id());
        return "redirect:/requests/" + request.id();
    }

    @GetMapping("/requests/{request}/cleaned")
    void cleaned(Person person, Request request, HttpServletResponse response) throws IOException {
        Download.send(release.sanitized(person, request.id()), response);
    }

    /** The password is chosen by whoever fetches: Kiyome keeps none. */
    @PostMapping("/requests/{request}/original")
    void original(
            Person person, Request request, @RequestParam("password") String password, HttpServletResponse response)
            throws IOException {
        if (password.length() < PasswordRule.SHORTEST || password.length() > PasswordRule.LONGEST) {
            throw new No(No.Why.NO_PASSWORD);
        }
        Release.File original = release.original(person, request.id());
        Download.sendZipped(original, password, response);
    }

    private Item item(Person person, Request request) {
        return items.find(person.organisation(), request.item()).orElseThrow();
    }
}
