package jp.kiyome.approval.access;

import java.util.List;
import jp.kiyome.approval.person.Person;

/** The pages that somebody may go to, in their order: by the same table that lets them in. */
public final class Menu {

    private static final List<String> PATHS = List.of(
            "/files",
            "/mails",
            "/requests",
            "/approvals",
            "/deputies",
            "/held",
            "/report",
            "/trail",
            "/people",
            "/account");

    private final AccessTable table;
    private final Sides sides;

    public Menu(AccessTable table, Sides sides) {
        this.table = table;
        this.sides = sides;
    }

    /** Their paths; the first step names a text too. */
    public List<String> of(Person person, Side side) {
        return PATHS.stream().filter(path -> isFor(person, path, side)).toList();
    }

    /** Whether a page or action is at a door at all. */
    public boolean isAt(Side side, String method, String path) {
        return table.find(method, path)
                .filter(match -> sides.serves(match.row().served(), side))
                .isPresent();
    }

    private boolean isFor(Person person, String path, Side side) {
        return table.find("GET", path)
                .filter(match -> sides.serves(match.row().served(), side))
                .map(match -> switch (match.row().who()) {
                    case Who.With with -> person.may(with.permission());
                    case Who.SignedIn _, Who.Anyone _ -> true;
                    case Who.At _, Who.AnyStep _ -> false;
                })
                .orElse(false);
    }
}
