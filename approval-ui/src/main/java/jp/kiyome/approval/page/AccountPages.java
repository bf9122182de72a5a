package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.Optional;
import jp.kiyome.approval.access.Visit;
import jp.kiyome.approval.access.VisitToken;
import jp.kiyome.approval.access.Visitor;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.account.PasswordRule;
import jp.kiyome.approval.account.Totp;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.quarantine.item.Organisation;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own password and second factor. */
@Controller
public final class AccountPages {

    private static final String NEW_SECRET = "jp.kiyome.approval.secret";

    private final Accounts accounts;
    private final SecurityContextRepository contexts;
    private final InstantSource clock;

    public AccountPages(Accounts accounts, SecurityContextRepository contexts, InstantSource clock) {
        this.accounts = accounts;
        this.contexts = contexts;
        this.clock = clock;
    }

    @GetMapping("/password")
    String passwordForm(Model model) {
        model.addAttribute("shortest", PasswordRule.SHORTEST);
        return "password";
    }

    @PostMapping("/password")
    String password(
            @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
            @RequestParam("old") String old,
            @RequestParam("fresh") String fresh,
            @RequestParam("again") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Organisation organisation = visitor.visit().organisation();
        AccountName name = visitor.visit().name();
        if (!fresh.equals(again)) {
            return refused("password.differ", response, model);
        }
        if (!PasswordRule.takes(name, fresh) || fresh.equals(old)) {
            return refused("password.weak", response, model);
        }
        Optional<Account> changed = accounts.changePassword(organisation, name, old, fresh);
        if (changed.isEmpty()) {
            return refused("password.wrong", response, model);
        }
        begin(Visit.coded(changed.get(), clock.instant()), request, response);
        return "redirect:/";
    }

    private String refused(String why, HttpServletResponse response, Model model) {
        response.setStatus(422);
        model.addAttribute("problem", why);
        return passwordForm(model);
    }

    /** Every other session of the account is over; this one goes on under a new name. */
    private void begin(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new VisitToken(visit));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    @GetMapping("/account")
    String account(@RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor, HttpServletRequest request, Model model) {
        boolean has = visitor.account().hasSecondFactor();
        model.addAttribute("hasCode", has);
        model.addAttribute("account", visitor.person().name().value());
        model.addAttribute("mail", visitor.person().mail());
        model.addAttribute("group", visitor.person().group().name());
        model.addAttribute("grants", visitor.person().grants());
        if (!has) {
            String secret = Totp.freshSecret();
            request.getSession().setAttribute(NEW_SECRET, secret);
            model.addAttribute("secret", secret);
        }
        return "account";
    }

    @PostMapping("/account/code")
    String beginCode(
            @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
            @RequestParam("code") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Object secret = request.getSession().getAttribute(NEW_SECRET);
        boolean begun = secret instanceof String ours
                && !visitor.account().hasSecondFactor()
                && code.length() <= 16
                && accounts.beginSecondFactor(
                        visitor.visit().organisation(), visitor.visit().name(), ours, code);
        if (begun) {
            request.getSession().removeAttribute(NEW_SECRET);
            return "redirect:/account";
        }
        response.setStatus(422);
        model.addAttribute("problem", "code.wrong");
        return account(visitor, request, model);
    }
}
