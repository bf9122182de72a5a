package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.access.AccessTable;
import jp.kiyome.approval.access.Attempts;
import jp.kiyome.approval.access.Proxies;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.access.Visitor;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.account.SignIn;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.signin.ProviderSignIn;
import jp.kiyome.approval.signin.SigningIn;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Organisations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out: name and password, then a code where there is a second factor. */
@Controller
public final class SignInPages {

    private final Accounts accounts;
    private final SigningIn signingIn;
    private final Organisations organisations;
    private final Entering entering;
    private final AccessTable table;
    private final Attempts attempts;
    private final Proxies proxies;
    private final ProviderSignIn providers;

    SignInPages(
            Accounts accounts,
            SigningIn signingIn,
            Organisations organisations,
            Entering entering,
            AccessTable table,
            Attempts attempts,
            Proxies proxies,
            ProviderSignIn providers) {
        this.accounts = accounts;
        this.signingIn = signingIn;
        this.organisations = organisations;
        this.entering = entering;
        this.table = table;
        this.attempts = attempts;
        this.proxies = proxies;
        this.providers = providers;
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(name = "to", defaultValue = "/") String to,
            @RequestAttribute(Side.ATTRIBUTE) Side side,
            Model model) {
        List<Organisation> all = organisations.all();
        model.addAttribute("organisations", all);
        model.addAttribute(
                "providers",
                all.stream().filter(one -> providers.isAt(one, side)).toList());
        model.addAttribute("to", ours(to));
        return "sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam("organisation") String organisation,
            @RequestParam("name") String typed,
            @RequestParam("password") String password,
            @RequestParam(name = "to", defaultValue = "/") String to,
            @RequestAttribute(Side.ATTRIBUTE) Side side,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!attempts.allow(proxies.caller(request))) {
            return refused(response, 429, "sign-in.too-often", to, side, model);
        }
        Optional<Organisation> known = organisations.all().stream()
                .filter(one -> one.id().equals(organisation))
                .findFirst();
        Optional<AccountName> name = AccountName.typed(typed);
        SignIn result = known.isPresent() && name.isPresent()
                ? signingIn.signIn(known.get(), name.get(), password)
                : new SignIn.Refused();
        return switch (result) {
            case SignIn.Refused _ -> refused(response, 403, "sign-in.wrong", to, side, model);
            case SignIn.Welcome welcome -> "redirect:" + entering.begin(welcome.account(), ours(to), request, response);
        };
    }

    /** The form again, with a word why. */
    String refused(HttpServletResponse response, int status, String why, String to, Side side, Model model) {
        response.setStatus(status);
        model.addAttribute("problem", why);
        return form(to, side, model);
    }

    @GetMapping("/sign-in/code")
    String code() {
        return "code";
    }

    @PostMapping("/sign-in/code")
    String code(
            @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
            @RequestParam("code") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean allowed = attempts.allow(proxies.caller(request));
        SignIn result = allowed && code.length() <= 64
                ? accounts.secondFactor(
                        visitor.visit().organisation(), visitor.visit().name(), code)
                : new SignIn.Refused();
        return switch (result) {
            case SignIn.Refused _ -> {
                response.setStatus(allowed ? 403 : 429);
                model.addAttribute("problem", allowed ? "code.wrong" : "sign-in.too-often");
                yield "code";
            }
            case SignIn.Welcome welcome ->
                "redirect:" + entering.goOn(welcome.account(), Entering.cameFor(request), request, response);
        };
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        entering.end(request);
        return "redirect:/sign-in";
    }

    /** Where to go on: a page of ours, or the first. */
    String ours(String to) {
        return to.matches("/[A-Za-z0-9/-]{0,120}") && table.find("GET", to).isPresent() ? to : "/";
    }
}
