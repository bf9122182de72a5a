package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import jp.kiyome.approval.intake.LockedMails;
import jp.kiyome.approval.intake.TakeIn;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.release.Release;
import jp.kiyome.approval.request.Ask;
import jp.kiyome.approval.request.No;
import jp.kiyome.approval.request.Requests;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.State;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own mails and files: what was done, fetching what came of it, asking for more. */
@Controller
public final class ItemPages {

    private final Requests requests;
    private final Release release;
    private final TakeIn takeIn;
    private final Lists lists;
    private final Views views;

    ItemPages(Requests requests, Release release, TakeIn takeIn, Lists lists, Views views) {
        this.requests = requests;
        this.release = release;
        this.takeIn = takeIn;
        this.lists = lists;
        this.views = views;
    }

    @GetMapping("/mails")
    String mails(Person person, Locale locale, Model model) {
        model.addAttribute("lines", lists.own(person, Kind.MAIL, locale));
        model.addAttribute("hasAddress", !person.mail().isEmpty());
        return "mails";
    }

    @GetMapping("/items/{item}")
    String item(Person person, Item item, Locale locale, Model model) {
        List<Wanted> wanted = List.of(Wanted.values()).stream()
                .filter(one -> Ask.possible(person, item, one))
                .toList();
        model.addAttribute("item", views.item(item, locale));
        model.addAttribute("free", release.isFree(person, item));
        model.addAttribute("wanted", wanted);
        model.addAttribute(
                "lockedFile", item.state() == State.LOCKED && item.arrival().kind() == Kind.FILE);
        model.addAttribute(
                "lockedMail",
                LockedMails.isFor(item)
                        && takeIn.lockedMails(person.organisation()).isPresent());
        model.addAttribute(
                "attached",
                release.isFree(person, item)
                        ? Release.attached(item).stream().map(Views::attached).toList()
                        : List.of());
        model.addAttribute(
                "requests",
                requests.of(person, item.id()).stream()
                        .filter(request -> request.requester().equals(person.name()))
                        .map(request -> views.request(request, item, locale))
                        .toList());
        return "item";
    }

    @GetMapping("/items/{item}/cleaned")
    void cleaned(Person person, Item item, HttpServletResponse response) throws IOException {
        Download.send(release.cleaned(person, item.id()), response);
    }

    @PostMapping("/items/{item}/password")
    String unlock(Person person, Item item, @RequestParam("password") String password) throws IOException {
        if (item.arrival().kind() != Kind.FILE) {
            throw new No(No.Why.WRONG_STATE);
        }
        takeIn.unlock(person, item, List.of(password));
        return "redirect:/items/" + item.id();
    }

    /** Locked files of a mail: what is opened comes in another mail. */
    @PostMapping("/items/{item}/mail-password")
    String unlockMail(
            Person person,
            Item item,
            @RequestParam("password") String password,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        LockedMails.Answer answer = takeIn.lockedMails(person.organisation())
                .filter(mails -> LockedMails.isFor(item))
                .orElseThrow(() -> new No(No.Why.WRONG_STATE))
                .unlock(person, item, List.of(password));
        String told = "unlocked." + answer.name();
        if (answer == LockedMails.Answer.OPENED) {
            model.addAttribute("told", told);
        } else {
            response.setStatus(422);
            model.addAttribute("problem", told);
        }
        return item(person, item, locale, model);
    }

    /** A single file of a mail. */
    @GetMapping("/items/{item}/attached/{part}")
    void attached(Person person, Item item, @PathVariable("part") String part, HttpServletResponse response)
            throws IOException {
        Download.send(release.attached(person, item, part), response);
    }

    @PostMapping("/items/{item}/requests")
    String ask(Person person, Item item, @RequestParam("wanted") Wanted wanted, @RequestParam("reason") String reason) {
        return "redirect:/requests/" + requests.ask(person, item.id(), wanted, reason);
    }
}
