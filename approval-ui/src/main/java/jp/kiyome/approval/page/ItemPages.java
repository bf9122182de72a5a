package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import jp.kiyome.approval.access.Visitor;
import jp.kiyome.approval.intake.TakeIn;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.release.Release;
import jp.kiyome.approval.request.Ask;
import jp.kiyome.approval.request.No;
import jp.kiyome.approval.request.RequestId;
import jp.kiyome.approval.request.Requests;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Items;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own mails and files: what was done, fetching what came of it, asking for more. */
@Controller
public final class ItemPages {

    private final Items items;
    private final Requests requests;
    private final Release release;
    private final TakeIn takeIn;
    private final Lists lists;
    private final Views views;

    ItemPages(Items items, Requests requests, Release release, TakeIn takeIn, Lists lists, Views views) {
        this.items = items;
        this.requests = requests;
        this.release = release;
        this.takeIn = takeIn;
        this.lists = lists;
        this.views = views;
    }

    @GetMapping("/mails")
    String mails(@RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor, Locale locale, Model model) {
        model.addAttribute("lines", lists.own(visitor.person(), Kind.MAIL, locale));
        model.addAttribute("hasAddress", !visitor.person().mail().isEmpty());
        return "mails";
    }

    @GetMapping("/items/{item}")
    String item(
            @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
            @PathVariable("item") String id,
            Locale locale,
            Model model) {
        Person person = visitor.person();
        Item item = own(person, id);
        List<Wanted> wanted = List.of(Wanted.values()).stream()
                .filter(one -> Ask.possible(person, item, one))
                .toList();
        model.addAttribute("item", views.item(item, locale));
        model.addAttribute("free", release.isFree(person, item));
        model.addAttribute("wanted", wanted);
        model.addAttribute(
                "lockedFile", item.state() == State.LOCKED && item.arrival().kind() == Kind.FILE);
        model.addAttribute(
                "requests",
                requests.of(person, item.id()).stream()
                        .filter(request -> request.requester().equals(person.name()))
                        .map(request -> views.request(request, item, locale))
                        .toList());
        return "item";
    }

    @GetMapping("/items/{item}/cleaned")
    void cleaned(
            @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
            @PathVariable("item") String id,
            HttpServletResponse response)
            throws IOException {
        Download.send(release.cleaned(visitor.person(), ItemId.parse(id)), response);
    }

    @PostMapping("/items/{item}/password")
    String unlock(
            @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
            @PathVariable("item") String id,
            @RequestParam("password") String password)
            throws IOException {
        Item item = own(visitor.person(), id);
        if (item.arrival().kind() != Kind.FILE) {
            throw new No(No.Why.WRONG_STATE);
        }
        takeIn.unlock(visitor.person(), item, List.of(password));
        return "redirect:/items/" + id;
    }

    @PostMapping("/items/{item}/requests")
    String ask(
            @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
            @PathVariable("item") String id,
            @RequestParam("wanted") Wanted wanted,
            @RequestParam("reason") String reason) {
        RequestId made = requests.ask(visitor.person(), ItemId.parse(id), wanted, reason);
        return "redirect:/requests/" + made;
    }

    private Item own(Person person, String id) {
        return items.find(person.organisation(), ItemId.parse(id))
                .filter(person::owns)
                .orElseThrow(() -> new No(No.Why.NOTHING_THERE));
    }
}
