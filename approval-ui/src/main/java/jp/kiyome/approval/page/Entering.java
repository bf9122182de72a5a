package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import jp.kiyome.approval.access.Sessions;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.access.Visit;
import jp.kiyome.approval.access.VisitToken;
import jp.kiyome.approval.access.Visitor;
import jp.kiyome.approval.account.Account;
import jp.kiyome.core.finding.Untrusted;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Begins and ends sessions of browsers. Each step begins a new one: whoever knew the old one's name knows nothing. Threads share it.
 */
final class Entering {

    /** Where a session keeps the page that somebody came for. */
    private static final String AFTER = "jp.kiyome.approval.after";

    private static final int PROGRAM = 256;

    private final SecurityContextRepository contexts;
    private final Sessions sessions;
    private final InstantSource clock;

    Entering(SecurityContextRepository contexts, Sessions sessions, InstantSource clock) {
        this.contexts = contexts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** After a right password, or the word of a provider: to the code, where one is asked for. */
    String begin(Account account, String to, HttpServletRequest request, HttpServletResponse response) {
        if (!account.hasSecondFactor()) {
            return goOn(account, to, request, response);
        }
        return begin(Visit.beforeCode(account, side(request), clock.instant()), to, request, response);
    }

    /** After everything that was asked for. */
    String goOn(Account account, String to, HttpServletRequest request, HttpServletResponse response) {
        String said = request.getHeader("User-Agent");
        Untrusted program = Untrusted.of(said == null ? "" : said.substring(0, Math.min(said.length(), PROGRAM)));
        end(request);
        Side side = side(request);
        return begin(
                Visit.in(account, side, sessions.begin(account, side, program), clock.instant()),
                to,
                request,
                response);
    }

    private static Side side(HttpServletRequest request) {
        if (request.getAttribute(Side.ATTRIBUTE) instanceof Side side) {
            return side;
        }
        throw new IllegalStateException("a request that came by no door");
    }

    private String begin(Visit visit, String to, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new VisitToken(visit));
        SecurityContextHolder.setContext(context);
        request.getSession(true).setAttribute(AFTER, to);
        contexts.saveContext(context, request, response);
        return switch (visit.step()) {
            case CODE -> "/sign-in/code";
            case PASSWORD -> "/password";
            case DONE -> to;
        };
    }

    /** The page that somebody came for before the code was asked. */
    static String cameFor(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(AFTER) instanceof String path ? path : "/";
    }

    void end(HttpServletRequest request) {
        if (request.getAttribute(Visitor.ATTRIBUTE) instanceof Visitor visitor) {
            sessions.leave(visitor.visit());
        }
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
