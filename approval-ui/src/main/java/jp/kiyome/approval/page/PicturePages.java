package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.picture.Gallery;
import jp.kiyome.approval.picture.Picture;
import jp.kiyome.approval.picture.Version;
import jp.kiyome.approval.request.No;
import jp.kiyome.approval.request.Request;
import jp.kiyome.quarantine.item.Item;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pictures of the pages of what is to be decided on, or is held: having them drawn, waiting for them, looking at them. */
@Controller
public final class PicturePages {

    private static final String APPROVALS = "/approvals/";
    private static final String HELD = "/held/";

    private final Gallery gallery;
    private final PictureViews views;

    PicturePages(Gallery gallery, PictureViews views) {
        this.gallery = gallery;
        this.views = views;
    }

    @PostMapping("/approvals/{request}/pictures")
    String drawRequested(Person person, Request request, Item item) throws IOException {
        gallery.begin(person, item);
        return "redirect:" + APPROVALS + request.id() + "/pictures";
    }

    @GetMapping("/approvals/{request}/pictures")
    String requested(Person person, Request request, Item item, Locale locale, Model model) {
        return page(APPROVALS + request.id(), person, item, locale, model);
    }

    @GetMapping("/approvals/{request}/pictures/{picture}")
    void requestedPicture(
            Person person, Item item, @PathVariable("picture") String picture, HttpServletResponse response)
            throws IOException {
        send(person, item, picture, response);
    }

    @PostMapping("/held/{item}/pictures")
    String drawHeld(Person person, Item item) throws IOException {
        gallery.begin(person, item);
        return "redirect:" + HELD + item.id() + "/pictures";
    }

    @GetMapping("/held/{item}/pictures")
    String held(Person person, Item item, Locale locale, Model model) {
        return page(HELD + item.id(), person, item, locale, model);
    }

    @GetMapping("/held/{item}/pictures/{picture}")
    void heldPicture(Person person, Item item, @PathVariable("picture") String picture, HttpServletResponse response)
            throws IOException {
        send(person, item, picture, response);
    }

    private String page(String base, Person person, Item item, Locale locale, Model model) {
        model.addAttribute("base", base);
        model.addAttribute("name", item.arrival().title().toString());
        model.addAttribute("pictures", views.of(person, item, locale));
        return "pictures";
    }

    private void send(Person person, Item item, String name, HttpServletResponse response) throws IOException {
        if (!name.matches("(before|after)-[1-9][0-9]{0,3}")) {
            throw new No(No.Why.NO_SUCH_PART);
        }
        int dash = name.indexOf('-');
        Picture picture = gallery.picture(
                        person,
                        item,
                        Version.valueOf(name.substring(0, dash).toUpperCase(Locale.ROOT)),
                        Integer.parseInt(name.substring(dash + 1)))
                .orElseThrow(() -> new No(No.Why.NOTHING_THERE));
        response.setContentType(picture.mediaType());
        response.setContentLength(picture.size());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cache-Control", "no-store");
        picture.writeTo(response.getOutputStream());
    }
}
