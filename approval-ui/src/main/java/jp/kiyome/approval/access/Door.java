package jp.kiyome.approval.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.job.Jobs;
import jp.kiyome.approval.request.Requests;
import jp.kiyome.quarantine.store.Items;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The one door: every request is looked up in the table of access before its body is read, a form's or a file's, and what is not let
 * in goes no farther. Threads share it.
 */
public final class Door extends OncePerRequestFilter {

    private static final String OPEN = "jp.kiyome.approval.admitted";

    private final AccessTable table;
    private final Accounts accounts;
    private final Judgement judgement;
    private final Sides sides;
    private final Sessions sessions;

    public Door(
            AccessTable table,
            Accounts accounts,
            Items items,
            Requests requests,
            Jobs jobs,
            Sides sides,
            Sessions sessions) {
        this.table = table;
        this.accounts = accounts;
        this.judgement = new Judgement(items, requests, jobs);
        this.sides = sides;
        this.sessions = sessions;
    }

    /** Whether a request has come through a door. */
    public static boolean admitted(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(OPEN));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(Side.ATTRIBUTE) instanceof Side side)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<Visitor> visitor = visitor(side);
        visitor.ifPresent(one -> request.setAttribute(Visitor.ATTRIBUTE, one));
        Answer answer = table.find(request.getMethod(), request.getRequestURI())
                .filter(match -> sides.serves(match.row().served(), side))
                .map(match -> judgement.of(match, visitor))
                .orElse(Answer.NOT_THERE);
        switch (answer) {
            case COME_IN -> {
                request.setAttribute(OPEN, true);
                chain.doFilter(request, response);
            }
            case SIGN_IN -> elsewhere(request, response, visitor);
            case FORBIDDEN -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
            case NOT_THERE -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            case NOT_NOW -> response.sendError(HttpServletResponse.SC_CONFLICT);
        }
    }

    private Optional<Visitor> visitor(Side side) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof VisitToken token)) {
            return Optional.empty();
        }
        Visit visit = token.visit();
        boolean over = visit.side() != side
                || visit.session().isEmpty() && visit.step() != Step.CODE
                || visit.session()
                        .filter(id -> !sessions.use(visit.organisation(), visit.name(), id))
                        .isPresent();
        if (over) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.find(visit.organisation(), visit.name());
        return account.filter(one -> !one.locked() && one.generation() == visit.generation())
                .map(one -> new Visitor(visit, one));
    }

    private static void elsewhere(HttpServletRequest request, HttpServletResponse response, Optional<Visitor> visitor)
            throws IOException {
        if (!request.getMethod().equals("GET")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Step step = visitor.map(one -> one.visit().step()).orElse(Step.CODE);
        String next =
                switch (step) {
                    case PASSWORD -> "/password";
                    case DONE -> "/";
                    case CODE -> visitor.isPresent() ? "/sign-in/code" : signIn(request);
                };
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", next);
    }

    /** A link in a mail leads to the item itself, by way of the door. Only letters that a path of the table can have stand in it. */
    private static String signIn(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/") || !path.matches("/[A-Za-z0-9/-]{0,120}") ? "/sign-in" : "/sign-in?to=" + path;
    }
}
