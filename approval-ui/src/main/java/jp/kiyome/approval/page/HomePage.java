package jp.kiyome.approval.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import jp.kiyome.approval.access.AccessTable;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.request.QueueFilter;
import jp.kiyome.approval.request.Requests;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page, and the choice of a language. */
@Controller
public final class HomePage {

    private static final int YEAR = 365 * 24 * 60 * 60;

    private final Requests requests;
    private final AccessTable table;

    HomePage(Requests requests, AccessTable table) {
        this.requests = requests;
        this.table = table;
    }

    @GetMapping("/")
    String home(Person person, Model model) {
        boolean decides = person.may(Permission.DECIDE);
        model.addAttribute("decides", decides);
        model.addAttribute(
                "waiting", decides ? requests.queue(person, QueueFilter.all()).size() : 0);
        return "home";
    }

    @PostMapping("/language")
    String language(
            @RequestParam("language") String language,
            @RequestParam(name = "to", defaultValue = "/") String to,
            HttpServletResponse response) {
        if (Set.of("ja", "en").contains(language)) {
            Cookie cookie = new Cookie(LanguageCookie.NAME, language);
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setMaxAge(YEAR);
            cookie.setAttribute("SameSite", "Strict");
            response.addCookie(cookie);
        }
        boolean ours =
                to.matches("/[A-Za-z0-9/-]{0,120}") && table.find("GET", to).isPresent();
        return "redirect:" + (ours ? to : "/");
    }
}
