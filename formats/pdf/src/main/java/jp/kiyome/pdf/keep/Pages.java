package jp.kiyome.pdf.keep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Malformed;

/** The pages of a file in their order, with what they inherit (ISO 32000-2, 7.7.3), whatever their tree looks like. */
final class Pages {

    private static final List<String> INHERITED = List.of("Resources", "MediaBox", "CropBox", "Rotate");
    private static final int MOST = 200_000;

    private final Keeper keeper;

    Pages(Keeper keeper) {
        this.keeper = keeper;
    }

    /** A leaf, with the number of its object, 0 where it has none. */
    record Page(int number, Cos.Dict dict) {}

    private record Node(Cos value, Cos.Dict inherited) {}

    List<Page> all(Cos root) {
        List<Page> pages = new ArrayList<>();
        Set<Integer> met = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(new Node(root, Cos.Dict.EMPTY));
        while (!open.isEmpty()) {
            Node node = open.pop();
            int number = node.value instanceof Cos.Ref ref ? ref.number() : 0;
            if (!(keeper.resolve(node.value) instanceof Cos.Dict dict)) {
                continue;
            }
            Cos.Dict merged = merged(dict, node.inherited);
            boolean inner = keeper.resolve(dict.get("Kids")) instanceof Cos.Arr
                    && !dict.name("Type").equals("Page");
            if (number > 0 && !met.add(number)) {
                keeper.told().removed("pdf.loop", new Place(number, "Kids"));
                continue;
            }
            if (!inner) {
                pages.add(new Page(number, merged));
                if (pages.size() > MOST) {
                    throw Malformed.tooMuch("more than " + MOST + " pages");
                }
                continue;
            }
            keeper.copies().claim(number, 0);
            Cos.Dict inherited = only(merged);
            if (keeper.resolve(dict.get("Kids")) instanceof Cos.Arr kids) {
                kids.items().reversed().forEach(kid -> open.push(new Node(kid, inherited)));
            }
        }
        if (pages.isEmpty()) {
            throw Refusal.of("pdf.no-pages", "");
        }
        return pages;
    }

    private static Cos.Dict merged(Cos.Dict dict, Cos.Dict inherited) {
        Cos.Dict merged = dict;
        for (var entry : inherited.entries().entrySet()) {
            if (!merged.has(entry.getKey())) {
                merged = merged.with(entry.getKey(), entry.getValue());
            }
        }
        return merged;
    }

    private static Cos.Dict only(Cos.Dict merged) {
        Cos.Dict only = Cos.Dict.EMPTY;
        for (String key : INHERITED) {
            if (merged.has(key)) {
                only = only.with(key, merged.get(key));
            }
        }
        return only;
    }
}
