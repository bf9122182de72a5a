package jp.kiyome.message.keep;

import java.util.ArrayList;
import java.util.List;

/** Cuts a list of addresses at its commas (RFC 5322 §3.4), not at those in quotes, comments and angle brackets. Stateless. */
final class AddressList {

    /** Addresses of one field. */
    private static final int MOST = 5_000;

    private AddressList() {}

    /**
     * One address as it stands there, or a sign of a group.
     *
     * @param text an address; a group's name before its colon
     * @param kind what it is
     */
    record Item(String text, Kind kind) {}

    enum Kind {
        ADDRESS,
        GROUP,
        END
    }

    static List<Item> split(String raw) {
        List<Item> items = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        boolean quoted = false;
        boolean angle = false;
        boolean group = false;
        int comment = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean escape = c == '\\' && (quoted || comment > 0) && i + 1 < raw.length();
            quoted ^= c == '"' && comment == 0;
            comment = quoted ? comment : Math.max(0, comment + (c == '(' ? 1 : c == ')' ? -1 : 0));
            boolean bare = !quoted && comment == 0;
            angle = bare && c == '<' || angle && !(bare && c == '>');
            boolean separates = bare && (c == ',' || c == ';' || c == ':') && !angle;
            if (!separates || items.size() > MOST) {
                open.append(c);
                if (escape) {
                    open.append(raw.charAt(++i));
                }
                continue;
            }
            add(items, open, c == ':' ? Kind.GROUP : Kind.ADDRESS);
            if (c == ';' && group) {
                items.add(new Item("", Kind.END));
            }
            group = c == ':' || group && c != ';';
        }
        add(items, open, Kind.ADDRESS);
        if (group) {
            items.add(new Item("", Kind.END));
        }
        return items;
    }

    private static void add(List<Item> items, StringBuilder open, Kind kind) {
        String text = open.toString().strip();
        open.setLength(0);
        if (!text.isEmpty() || kind == Kind.GROUP) {
            items.add(new Item(text, kind));
        }
    }
}
