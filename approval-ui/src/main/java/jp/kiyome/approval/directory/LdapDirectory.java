package jp.kiyome.approval.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kiyome.approval.directory.DirectorySettings.Groups;
import jp.kiyome.approval.directory.DirectorySettings.People;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Told;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one organisation: looks somebody up as a service account, then tries the password as them. A connection for each
 * attempt, so that nobody's rights are left on one. Threads may share it.
 */
public final class LdapDirectory {

    private static final int MOST_GROUPS = 1000;
    /** What a server says of a password or an account that does not let in; all else is its own trouble. */
    private static final Set<ResultCode> NOT_LET_IN = Set.of(
            ResultCode.INVALID_CREDENTIALS,
            ResultCode.NO_SUCH_OBJECT,
            ResultCode.INAPPROPRIATE_AUTHENTICATION,
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
            ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.UNWILLING_TO_PERFORM);

    private final Organisation organisation;
    private final DirectorySettings settings;
    private final Connecting connecting;

    /** @throws GeneralSecurityException when the certificates that it is to trust cannot be read */
    public LdapDirectory(Organisation organisation, DirectorySettings settings) throws GeneralSecurityException {
        this.organisation = organisation;
        this.settings = settings;
        this.connecting = Connecting.to(settings);
    }

    /** Asks; waits no longer than the settings say for each step. */
    public DirectoryAnswer ask(AccountName name, String password) {
        // A bind without a password succeeds, as nobody (RFC 4513, 5.1.2).
        if (password.isEmpty()) {
            return new DirectoryAnswer.Wrong();
        }
        try (LDAPConnection connection = connecting.open()) {
            connection.bind(new SimpleBindRequest(
                    settings.account(), settings.password().value()));
            Optional<SearchResultEntry> found = find(connection, name);
            Set<String> groups = found.isPresent() ? groups(connection, found.get()) : Set.of();
            // As long a way for somebody who is not there.
            String as = found.map(SearchResultEntry::getDN)
                    .orElseGet(() ->
                            "cn=" + UUID.randomUUID() + "," + settings.people().base());
            if (!bindsAs(connection, as, password) || found.isEmpty()) {
                return new DirectoryAnswer.Wrong();
            }
            List<Grant> grants = settings.roles().grants(group -> groups.contains(normal(group)));
            return grants.isEmpty()
                    ? new DirectoryAnswer.NoRole()
                    : new DirectoryAnswer.Right(person(name, found.get(), grants));
        } catch (LDAPException e) {
            return new DirectoryAnswer.Unreachable(
                    e.getResultCode() + ": " + Untrusted.of(String.valueOf(e.getMessage())));
        }
    }

    private static boolean bindsAs(LDAPConnection connection, String name, String password) throws LDAPException {
        try {
            return connection
                    .bind(new SimpleBindRequest(name, password))
                    .getResultCode()
                    .equals(ResultCode.SUCCESS);
        } catch (LDAPException e) {
            if (NOT_LET_IN.contains(e.getResultCode())) {
                return false;
            }
            throw e;
        }
    }

    /** The one entry of that name; empty when there is none, or more than one. */
    private Optional<SearchResultEntry> find(LDAPConnection connection, AccountName name) throws LDAPException {
        People people = settings.people();
        String[] asked = Stream.of(
                        Stream.of(people.fullName(), people.mail()),
                        people.group().stream(),
                        people.memberOf().stream())
                .flatMap(one -> one)
                .toArray(String[]::new);
        SearchRequest request =
                new SearchRequest(people.base(), SearchScope.SUB, filter(people.filter(), name.value()), asked);
        request.setSizeLimit(2);
        request.setTimeLimitSeconds(seconds());
        try {
            List<SearchResultEntry> all = entries(connection, request);
            boolean one = all.size() == 1
                    && !all.getFirst().getParsedDN().isNullDN()
                    && all.getFirst().getParsedDN().isDescendantOf(new DN(people.base()), true);
            return one ? Optional.of(all.getFirst()) : Optional.empty();
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Set<String> groups(LDAPConnection connection, SearchResultEntry entry) throws LDAPException {
        Set<String> groups = new HashSet<>();
        for (String group :
                settings.people().memberOf().map(name -> values(entry, name)).orElse(List.of())) {
            groups.add(normal(group));
        }
        if (settings.groups().isPresent()) {
            Groups where = settings.groups().get();
            SearchRequest request = new SearchRequest(
                    where.base(), SearchScope.SUB, filter(where.filter(), entry.getDN()), SearchRequest.NO_ATTRIBUTES);
            request.setSizeLimit(MOST_GROUPS);
            request.setTimeLimitSeconds(seconds());
            entries(connection, request).forEach(group -> groups.add(normal(group.getDN())));
        }
        return groups;
    }

    private static List<SearchResultEntry> entries(LDAPConnection connection, SearchRequest request)
            throws LDAPException {
        return Objects.requireNonNull(connection.search(request).getSearchEntries());
    }

    private static List<String> values(SearchResultEntry entry, String name) {
        String @Nullable [] all = entry.getAttributeValues(name);
        return all == null ? List.of() : Arrays.stream(all).limit(MOST_GROUPS).toList();
    }

    private int seconds() {
        return (int) Math.max(1, settings.patience().toSeconds());
    }

    /** The value is escaped (RFC 4515, 3): nothing in it is a filter. */
    private static Filter filter(String form, String value) throws LDAPException {
        return Filter.create(form.replace(DirectorySettings.PLACE, Filter.encodeValue(value)));
    }

    /** Names of groups are compared as distinguished names where they are such, else without case. */
    private static String normal(String group) {
        try {
            return DN.normalize(group);
        } catch (LDAPException e) {
            return group.toLowerCase(Locale.ROOT);
        }
    }

    private Person person(AccountName name, SearchResultEntry entry, List<Grant> grants) {
        People people = settings.people();
        return new Person(
                organisation,
                name,
                Told.fullName(Optional.ofNullable(entry.getAttributeValue(people.fullName())), name),
                Told.mail(Optional.ofNullable(entry.getAttributeValue(people.mail()))),
                Told.group(people.group().flatMap(from -> Optional.ofNullable(entry.getAttributeValue(from)))),
                grants);
    }
}
