package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.Optional;
import jp.kiyome.approval.access.AccessTable;
import jp.kiyome.approval.access.Attempts;
import jp.kiyome.approval.access.Visit;
import jp.kiyome.approval.access.VisitToken;
import jp.kiyome.approval.access.Visitor;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.account.SignIn;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Organisations;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out: name and password, then a code where there is a second factor. */
@Controller
public final class SignInPages {

    /** Where a session keeps the page that somebody came for. */
    private static final String AFTER = "jp.kiyome.approval.after";

    private final Accounts accounts;
    private final Organisations organisations;
    private final SecurityContextRepository contexts;
    private final AccessTable table;
    private final Attempts attempts;
    private final InstantSource clock;

    public SignInPages(
            Accounts accounts,
            Organisations organisations,
            SecurityContextRepository contexts,
            AccessTable table,
            Attempts attempts,
            InstantSource clock) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.contexts = contexts;
        this.table = table;
        this.attempts = attempts;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    String form(@RequestParam(name = "to", defaultValue = "/") String to, Model model) {
        model.addAttribute("organisations", organisations.all());
        model.addAttribute("to", ours(to));
        return "sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam("organisation") String organisation,
            @RequestParam("name") String typed,
            @RequestParam("password") String password,
            @RequestParam(name = "to", defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!attempts.allow(request.getRemoteAddr())) {
            return refused(response, 429, "sign-in.too-often", to, model);
        }
        Optional<Organisation> known = organisations.all().stream()
                .filter(one -> one.id().equals(organisation))
                .findFirst();
        Optional<AccountName> name = AccountName.typed(typed);
        SignIn result = known.isPresent() && name.isPresent()
                ? accounts.signIn(known.get(), name.get(), password)
                : new SignIn.Refused();
        return switch (result) {
            case SignIn.Refused _ -> refused(response, 403, "sign-in.wrong", to, model);
            case SignIn.Welcome welcome -> {
                Visit visit = Visit.begun(welcome.account(), clock.instant());
                yield goOn(visit, ours(to), request, response);
            }
        };
    }

    private String refused(HttpServletResponse response, int status, String why, String to, Model model) {
        response.setStatus(status);
        model.addAttribute("problem", why);
        return form(to, model);
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
        Visit visit = visitor.visit();
        boolean allowed = attempts.allow(request.getRemoteAddr());
        SignIn result = allowed && code.length() <= 16
                ? accounts.secondFactor(visit.organisation(), visit.name(), code)
                : new SignIn.Refused();
        return switch (result) {
            case SignIn.Refused _ -> {
                response.setStatus(allowed ? 403 : 429);
                model.addAttribute("problem", allowed ? "code.wrong" : "sign-in.too-often");
                yield "code";
            }
            case SignIn.Welcome welcome -> {
                Object to = request.getSession().getAttribute(AFTER);
                Visit next = Visit.coded(welcome.account(), clock.instant());
                yield goOn(next, to instanceof String path ? path : "/", request, response);
            }
        };
    }

    /** Each step begins a new session: whoever knew the old one's name knows nothing. */
    private String goOn(Visit visit, String to, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new VisitToken(visit));
        SecurityContextHolder.setContext(context);
        request.getSession(true).setAttribute(AFTER, to);
        contexts.saveContext(context, request, response);
        return "redirect:"
                + switch (visit.step()) {
                    case CODE -> "/sign-in/code";
                    case PASSWORD -> "/password";
                    case DONE -> to;
                };
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        end(request);
        SecurityContextHolder.clearContext();
        return "redirect:/sign-in";
    }

    private static void end(HttpServletRequest request) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
    }

    /** Where to go on: a page of ours, or the first. */
    private String ours(String to) {
        return to.matches("/[A-Za-z0-9/-]{0,120}") && table.find("GET", to).isPresent() ? to : "/";
    }
}
