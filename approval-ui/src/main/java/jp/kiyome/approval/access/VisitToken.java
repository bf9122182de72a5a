package jp.kiyome.approval.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A visit in the form that Spring Security keeps in a session. It has no authorities: the table of access decides. */
public final class VisitToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Visit visit;

    public VisitToken(Visit visit) {
        super(List.of());
        this.visit = visit;
        setAuthenticated(true);
    }

    public Visit visit() {
        return visit;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return visit.organisation() + "/" + visit.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VisitToken that && visit.equals(that.visit);
    }

    @Override
    public int hashCode() {
        return visit.hashCode();
    }
}
