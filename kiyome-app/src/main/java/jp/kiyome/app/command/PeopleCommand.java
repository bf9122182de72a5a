package jp.kiyome.app.command;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.account.Origin;
import jp.kiyome.approval.account.WebTables;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Organisation;

/** {@code kiyome people}: the accounts of the web application. */
final class PeopleCommand {

    private final Call call;
    private final Voice voice;

    PeopleCommand(Call call) {
        this.call = call;
        this.voice = call.voice();
    }

    ExitCode run() throws FileTrouble {
        try (OpenStore open = OpenStore.of(call, List.of(WebTables.TABLES))) {
            Accounts accounts = new Accounts(open.store(), InstantSource.system());
            if (call.name().equals("people list")) {
                open.organisations().forEach(one -> list(accounts, one));
                return ExitCode.OK;
            }
            if (open.organisations().size() != 1) {
                throw new Usage(Say.WHICH_ORGANISATION);
            }
            Organisation organisation = open.organisations().getFirst();
            return switch (call.name()) {
                case "people add" -> add(open, accounts, organisation);
                case "people lock" -> lock(open, accounts, organisation, true);
                case "people unlock" -> lock(open, accounts, organisation, false);
                case "people reset" -> reset(open, accounts, organisation);
                default -> throw new IllegalStateException(call.name());
            };
        }
    }

    private AccountName name() {
        String typed = call.operands().getFirst();
        return AccountName.typed(typed).orElseThrow(() -> new Usage(Say.NOT_AN_ACCOUNT, Voice.shown(typed)));
    }

    private void list(Accounts accounts, Organisation organisation) {
        for (Account account : accounts.all(organisation)) {
            Person person = account.person();
            String roles = person.grants().stream()
                    .map(grant -> grant.role().word() + (grant.group().equals(Group.WHOLE) ? "" : "@" + grant.group()))
                    .collect(Collectors.joining(" "));
            voice.report(organisation + "  " + person.name() + "  " + person.fullName() + "  "
                    + Untrusted.of(person.mail()) + "  " + person.group() + "  " + roles
                    + (account.origin() == Origin.LOCAL ? "" : "  " + account.origin())
                    + (account.locked() ? "  LOCKED" : "") + (account.hasSecondFactor() ? "  TOTP" : ""));
        }
    }

    private ExitCode add(OpenStore open, Accounts accounts, Organisation organisation) {
        AccountName name = name();
        Person person = new Person(
                organisation,
                name,
                Untrusted.of(call.word("--full-name").orElse(name.value())),
                call.word("--mail").orElse("").toLowerCase(Locale.ROOT),
                group(call.word("--group").orElse("")),
                grants());
        Optional<String> first = accounts.add(open.who(), person);
        if (first.isEmpty()) {
            voice.complain(Say.ACCOUNT_THERE, organisation, name);
            return ExitCode.INVALID;
        }
        voice.report(voice.text(Say.FIRST_PASSWORD, organisation, name, first.get()));
        return ExitCode.OK;
    }

    /** {@code clerk}, or {@code approver@GROUP} for the items of a group alone. */
    private List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        for (String word : call.all("--role")) {
            int at = word.indexOf('@');
            String role = at < 0 ? word : word.substring(0, at);
            grants.add(new Grant(
                    Role.ofWord(role).orElseThrow(() -> new Usage(Say.NOT_A_ROLE, Voice.shown(word), roles())),
                    at < 0 ? Group.WHOLE : group(word.substring(at + 1))));
        }
        return grants;
    }

    private static Group group(String word) {
        try {
            return new Group(word);
        } catch (IllegalArgumentException e) {
            throw new Usage(Say.NOT_A_WORD, "--group", Voice.shown(word), "A-Z 0-9 . _ / -");
        }
    }

    private static String roles() {
        return Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", "));
    }

    private ExitCode lock(OpenStore open, Accounts accounts, Organisation organisation, boolean locked) {
        if (!accounts.lock(organisation, open.who(), name(), locked)) {
            return nobody(organisation);
        }
        voice.report(voice.text(locked ? Say.ACCOUNT_LOCKED : Say.ACCOUNT_UNLOCKED, organisation, name()));
        return ExitCode.OK;
    }

    private ExitCode reset(OpenStore open, Accounts accounts, Organisation organisation) {
        Optional<Accounts.Reset> reset = accounts.reset(organisation, open.who(), name());
        if (reset.isEmpty()) {
            return nobody(organisation);
        }
        voice.report(reset.get()
                .firstPassword()
                .map(first -> voice.text(Say.FIRST_PASSWORD, organisation, name(), first))
                .orElseGet(() -> voice.text(Say.SECOND_FACTOR_RESET, organisation, name())));
        return ExitCode.OK;
    }

    private ExitCode nobody(Organisation organisation) {
        voice.complain(Say.NO_ACCOUNT, organisation, name());
        return ExitCode.INVALID;
    }
}
