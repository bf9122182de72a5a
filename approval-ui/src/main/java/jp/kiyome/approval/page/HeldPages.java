package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.release.Custody;
import jp.kiyome.approval.search.SavedSearches;
import jp.kiyome.approval.search.SearchForm;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The quarantine: looking for items, at them, letting them go, erasing them. */
@Controller
public final class HeldPages {

    private final Custody custody;
    private final SavedSearches saved;
    private final Lists lists;
    private final Views views;
    private final PictureViews pictures;

    HeldPages(Custody custody, SavedSearches saved, Lists lists, Views views, PictureViews pictures) {
        this.custody = custody;
        this.saved = saved;
        this.lists = lists;
        this.views = views;
        this.pictures = pictures;
    }

    /** A search that somebody keeps, as a page shows it. */
    record SavedView(String name, String shown, String query) {}

    @GetMapping("/held")
    String held(Person person, @RequestParam Map<String, String> sent, Locale locale, Model model) {
        SearchForm form = SearchForm.of(sent);
        List<Hit> hits = lists.held(person, form, sent.getOrDefault("after", ""));
        model.addAttribute(
                "lines", hits.stream().map(hit -> views.line(hit, locale)).toList());
        model.addAttribute("next", hits.size() == Lists.MOST ? Lists.place(hits.getLast()) : "");
        model.addAttribute("form", form.inOrder());
        model.addAttribute("query", form.query());
        model.addAttribute("asked", form.isAny());
        model.addAttribute("states", State.values());
        model.addAttribute(
                "groups",
                lists.overseen(person).stream().map(Group::name).sorted().toList());
        model.addAttribute(
                "saved",
                saved.of(person).stream()
                        .map(one ->
                                new SavedView(one.name().unescaped(), one.name().toString(), one.query()))
                        .toList());
        return "held";
    }

    @PostMapping("/held/searches")
    String keep(
            Person person,
            @RequestParam("name") String name,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        SearchForm form = SearchForm.of(sent);
        if (saved.keep(person, name, form)) {
            return "redirect:/held?" + form.query();
        }
        response.setStatus(422);
        model.addAttribute("problem", "search.not-kept");
        return held(person, sent, locale, model);
    }

    @PostMapping("/held/searches/forget")
    String forget(Person person, @RequestParam("name") String name) {
        saved.forget(person, name);
        return "redirect:/held";
    }

    @GetMapping("/held/{item}")
    String item(Person person, Item item, Locale locale, Model model) {
        model.addAttribute("item", views.item(item, locale));
        model.addAttribute("mayLetGo", Custody.mayLetGo(person, item));
        model.addAttribute("mayErase", Custody.mayErase(person, item));
        model.addAttribute("hasPreview", Custody.hasPreview(item));
        model.addAttribute("pictures", pictures.of(person, item, locale));
        return "held-item";
    }

    @GetMapping("/held/{item}/preview")
    String preview(Person person, Item item, Locale locale, Model model) throws IOException {
        model.addAttribute(
                "preview", custody.preview(person, item).map(Views::whole).orElse(""));
        return item(person, item, locale, model);
    }

    @PostMapping("/held/{item}/release")
    String letGo(Person person, Item item, @RequestParam("reason") String reason) {
        custody.letGo(person, item.id(), reason);
        return "redirect:/held/" + item.id();
    }

    @PostMapping("/held/{item}/erase")
    String erase(Person person, Item item, @RequestParam("reason") String reason) {
        custody.erase(person, item, reason);
        return "redirect:/held";
    }
}
