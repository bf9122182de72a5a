package jp.kiyome.approval.access;

import java.util.List;
import jp.kiyome.approval.person.Person;

/** The pages that somebody may go to, in their order: by the same table that lets them in. */
public final class Menu {

    private static final List<String> PATHS =
            List.of("/files", "/mails", "/requests", "/approvals", "/held", "/report", "/trail", "/people", "/account");

    private final AccessTable table;

    public Menu(AccessTable table) {
        this.table = table;
    }

    /** Their paths; the first step names a text too. */
    public List<String> of(Person person) {
        return PATHS.stream().filter(path -> isFor(person, path)).toList();
    }

    private boolean isFor(Person person, String path) {
        return table.find("GET", path)
                .map(match -> switch (match.row().who()) {
                    case Who.With with -> person.may(with.permission());
                    case Who.SignedIn _, Who.Anyone _ -> true;
                    case Who.At _, Who.AnyStep _ -> false;
                })
                .orElse(false);
    }
}
