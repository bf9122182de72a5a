package jp.kiyome.pdf.keep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.pdf.allow.AllowList;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Num;
import jp.kiyome.pdf.write.CleanFile;

/** The outline (ISO 32000-2, 12.3.3), read along its First and Next links, each item once, and tied together anew. */
final class Outlines {

    private final Keeper keeper;
    private final Set<Integer> met = new HashSet<>();

    Outlines(Keeper keeper) {
        this.keeper = keeper;
    }

    private static final class Item {
        final int index;
        final Cos.Dict source;
        final List<Item> children = new ArrayList<>();
        Cos.Dict kept = Cos.Dict.EMPTY;
        int visible;

        Item(int index, Cos.Dict source) {
            this.index = index;
            this.source = source;
        }
    }

    Optional<Cos> keep(Cos value, Place place) {
        if (!(keeper.resolve(value) instanceof Cos.Dict dict)) {
            return Optional.empty();
        }
        if (value instanceof Cos.Ref ref) {
            met.add(ref.number());
        }
        Item root = new Item(keeper.clean().add(), dict);
        List<Item> all = new ArrayList<>();
        Deque<Item> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Item item = open.pop();
            all.add(item);
            children(item, place);
            item.children.reversed().forEach(open::push);
        }
        if (root.children.isEmpty()) {
            return Optional.empty();
        }
        for (Item item : all.reversed()) {
            count(item);
        }
        root.kept = Cos.Dict.EMPTY.with("Type", Cos.name("Outlines"));
        for (Item item : all) {
            tie(item);
        }
        return Optional.of(CleanFile.ref(root.index));
    }

    private void children(Item parent, Place place) {
        Cos next = parent.source.get("First");
        while (next instanceof Cos.Ref ref && keeper.resolve(next) instanceof Cos.Dict dict) {
            if (!met.add(ref.number())) {
                keeper.told().removed("pdf.loop", place);
                return;
            }
            Item item = new Item(keeper.clean().add(), dict);
            keeper.copies().claim(ref.number(), item.index);
            item.kept = keeper.dict(dict, AllowList.pdf().shape("OutlineItem"), new Place(ref.number(), ""));
            parent.children.add(item);
            next = dict.get("Next");
        }
    }

    /** How many items below are shown when this one is open (table 151): negative while it is closed. */
    private void count(Item item) {
        int below = 0;
        for (Item child : item.children) {
            below += 1 + Math.max(0, child.visible);
        }
        boolean closed = keeper.resolve(item.source.get("Count")) instanceof Num count && count.unscaled() < 0;
        item.visible = closed ? -below : below;
    }

    private void tie(Item item) {
        Cos.Dict dict = item.kept;
        List<Item> children = item.children;
        if (!children.isEmpty()) {
            dict = dict.with("First", CleanFile.ref(children.getFirst().index))
                    .with("Last", CleanFile.ref(children.getLast().index))
                    .with("Count", Cos.num(item.visible));
        }
        keeper.clean().set(item.index, dict);
        for (int i = 0; i < children.size(); i++) {
            Item child = children.get(i);
            child.kept = child.kept.with("Parent", CleanFile.ref(item.index));
            if (i > 0) {
                child.kept = child.kept.with("Prev", CleanFile.ref(children.get(i - 1).index));
            }
            if (i + 1 < children.size()) {
                child.kept = child.kept.with("Next", CleanFile.ref(children.get(i + 1).index));
            }
        }
    }
}
