package jp.kiyome.approval.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import jp.kiyome.approval.access.Attempts;
import jp.kiyome.approval.access.Proxies;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.openid.OpenIdProvider;
import jp.kiyome.approval.openid.Returned;
import jp.kiyome.approval.signin.ProviderSignIn;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Organisations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * To an organisation's provider and back. Who comes from another site brings no strict cookie: the way back is bound by one that is sent
 * with links too, and ends on a page that goes on from here.
 */
@Controller
public final class OpenIdPages {

    /**
     * How cookies of ours are sent.
     *
     * @param secure whether over HTTPS alone
     */
    public record CookieRule(boolean secure) {}

    private static final int LONGEST = (int) Duration.ofMinutes(10).toSeconds();
    private static final int MOST = 512;

    private final ProviderSignIn providers;
    private final Organisations organisations;
    private final SignInPages signIn;
    private final Entering entering;
    private final Attempts attempts;
    private final Proxies proxies;
    private final boolean secure;

    OpenIdPages(
            ProviderSignIn providers,
            Organisations organisations,
            SignInPages signIn,
            Entering entering,
            Attempts attempts,
            Proxies proxies,
            CookieRule cookies) {
        this.providers = providers;
        this.organisations = organisations;
        this.signIn = signIn;
        this.entering = entering;
        this.attempts = attempts;
        this.proxies = proxies;
        this.secure = cookies.secure();
    }

    @GetMapping("/sign-in/openid/{organisation}")
    String begin(
            @PathVariable("organisation") String id,
            @RequestParam(name = "to", defaultValue = "/") String to,
            @RequestAttribute(Side.ATTRIBUTE) Side side,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Organisation> organisation = known(id).filter(one -> providers.isAt(one, side));
        if (organisation.isEmpty()) {
            return "redirect:/sign-in";
        }
        if (!attempts.allow(proxies.caller(request))) {
            return signIn.refused(response, 429, "sign-in.too-often", to, side, model);
        }
        Optional<OpenIdProvider.Begun> begun = providers.begin(organisation.get(), side, signIn.ours(to));
        if (begun.isEmpty()) {
            return signIn.refused(response, 422, "sign-in.provider", to, side, model);
        }
        response.addCookie(cookie(begun.get().binding(), LONGEST));
        return "redirect:" + begun.get().at();
    }

    @GetMapping("/sign-in/openid/{organisation}/back")
    String back(
            @PathVariable("organisation") String id,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "iss", defaultValue = "") String issuer,
            @RequestAttribute(Side.ATTRIBUTE) Side side,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!attempts.allow(proxies.caller(request))) {
            return signIn.refused(response, 429, "sign-in.too-often", "/", side, model);
        }
        Returned returned = new Returned(
                state,
                Optional.of(code).filter(text -> !text.isEmpty()),
                Optional.of(issuer).filter(text -> !text.isEmpty()),
                binding(request));
        response.addCookie(cookie("", 0));
        Optional<ProviderSignIn.Arrival> arrival =
                known(id).flatMap(organisation -> providers.finish(organisation, side, returned));
        if (arrival.isEmpty()) {
            return signIn.refused(response, 422, "sign-in.provider", "/", side, model);
        }
        String next = entering.begin(
                arrival.get().account(), signIn.ours(arrival.get().to()), request, response);
        response.setHeader("Refresh", "0; url=" + next);
        model.addAttribute("next", next);
        return "arrived";
    }

    private Optional<Organisation> known(String id) {
        return organisations.all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private String name() {
        return secure ? "__Host-kiyome-openid" : "kiyome-openid";
    }

    private Cookie cookie(String value, int seconds) {
        Cookie cookie = new Cookie(name(), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private String binding(HttpServletRequest request) {
        Cookie[] all = request.getCookies();
        return all == null
                ? ""
                : Arrays.stream(all)
                        .filter(cookie -> cookie.getName().equals(name()))
                        .map(Cookie::getValue)
                        .filter(value -> value.length() <= MOST)
                        .findFirst()
                        .orElse("");
    }
}
