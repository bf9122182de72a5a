package jp.kiyome.pdf.keep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Malformed;
import jp.kiyome.pdf.cos.Num;

/** Walks name and number trees (ISO 32000-2, 7.9.6 and 7.9.7), each node once, however they are tied together. */
record Trees(Keeper keeper) {

    private static final int MOST_LEAVES = 2_000_000;

    void names(Cos root, Place place, BiConsumer<String, Cos> leaf) {
        walk(root, place, "Names", (key, value) -> {
            if (key instanceof Cos.Str name) {
                leaf.accept(name.bytes(), value);
            }
        });
    }

    void numbers(Cos root, Place place, BiConsumer<Integer, Cos> leaf) {
        walk(root, place, "Nums", (key, value) -> {
            if (key instanceof Num number && number.whole() && Cos.integer(number, -1) >= 0) {
                leaf.accept(Cos.integer(number, -1), value);
            }
        });
    }

    private void walk(Cos root, Place place, String leaves, BiConsumer<Cos, Cos> leaf) {
        Set<Integer> met = new HashSet<>();
        Deque<Cos> open = new ArrayDeque<>();
        open.push(root);
        int count = 0;
        while (!open.isEmpty()) {
            Cos node = open.pop();
            if (node instanceof Cos.Ref ref && !met.add(ref.number())) {
                keeper.told().removed("pdf.loop", place);
                continue;
            }
            if (!(keeper.resolve(node) instanceof Cos.Dict dict)) {
                continue;
            }
            if (keeper.resolve(dict.get("Kids")) instanceof Cos.Arr kids) {
                kids.items().reversed().forEach(open::push);
            }
            if (keeper.resolve(dict.get(leaves)) instanceof Cos.Arr pairs) {
                for (int i = 0; i + 1 < pairs.size(); i += 2) {
                    if (++count > MOST_LEAVES) {
                        throw Malformed.tooMuch("a tree of more than " + MOST_LEAVES + " entries");
                    }
                    leaf.accept(keeper.resolve(pairs.get(i)), pairs.get(i + 1));
                }
            }
        }
    }
}
