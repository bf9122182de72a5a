package jp.kiyome.approval.page;

import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.person.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What administrators look at. */
@Controller
public final class OversightPages {

    private final Accounts accounts;

    OversightPages(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/people")
    String people(Person person, Model model) {
        model.addAttribute("accounts", accounts.all(person.organisation()));
        return "people";
    }
}
