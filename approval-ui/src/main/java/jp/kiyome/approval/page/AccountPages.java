package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.approval.access.Sessions;
import jp.kiyome.approval.access.Visitor;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.account.Origin;
import jp.kiyome.approval.account.PasswordRule;
import jp.kiyome.approval.account.Totp;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.text.PlainTime;
import jp.kiyome.quarantine.item.Organisation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own password, second factor and sessions. */
@Controller
public final class AccountPages {

    private static final String NEW_SECRET = "jp.kiyome.approval.secret";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Entering entering;

    AccountPages(Accounts accounts, Sessions sessions, Entering entering) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.entering = entering;
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
        // Every other session of the account is over; this one goes on under a new name.
        return "redirect:" + entering.goOn(changed.get(), "/", request, response);
    }

    private String refused(String why, HttpServletResponse response, Model model) {
        response.setStatus(422);
        model.addAttribute("problem", why);
        return passwordForm(model);
    }

    /**
     * A session as the page shows it.
     *
     * @param here whether it is the one that asks
     */
    record SessionLine(UUID id, String program, String side, String began, String last, boolean here) {}

    @GetMapping("/account")
    String account(
            @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        boolean has = visitor.account().hasSecondFactor();
        model.addAttribute("hasCode", has);
        model.addAttribute("account", visitor.person().name().value());
        model.addAttribute("mail", visitor.person().mail());
        model.addAttribute("group", visitor.person().group().name());
        model.addAttribute("grants", visitor.person().grants());
        model.addAttribute("ours", visitor.account().origin() == Origin.LOCAL);
        model.addAttribute("sessions", sessionLines(visitor, locale));
        model.addAttribute(
                "codesLeft",
                has
                        ? accounts.recoveryCodesLeft(
                                visitor.visit().organisation(), visitor.visit().name())
                        : 0);
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
            Locale locale,
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
        return account(visitor, request, locale, model);
    }

    /** Shown on this answer, and never again. */
    @PostMapping("/account/recovery-codes")
    String recoveryCodes(
            @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
            @RequestParam("code") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        List<String> codes = visitor.account().hasSecondFactor() && code.length() <= 16
                ? accounts.renewRecoveryCodes(
                        visitor.visit().organisation(), visitor.visit().name(), code)
                : List.of();
        if (codes.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("problem", "code.wrong");
        } else {
            model.addAttribute("codes", codes);
        }
        return account(visitor, request, locale, model);
    }

    private List<SessionLine> sessionLines(Visitor visitor, Locale locale) {
        return sessions.of(visitor.account()).stream()
                .map(one -> new SessionLine(
                        one.id(),
                        one.program().toString(),
                        one.side().name(),
                        PlainTime.of(one.began(), locale),
                        PlainTime.of(one.last(), locale),
                        visitor.visit().session().equals(Optional.of(one.id()))))
                .toList();
    }

    @PostMapping("/account/sessions/{session}/end")
    String endSession(@RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor, @PathVariable("session") String session) {
        if (session.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            // One that is over already is no mistake.
            sessions.end(visitor.account(), UUID.fromString(session));
        }
        return "redirect:/account";
    }
}
