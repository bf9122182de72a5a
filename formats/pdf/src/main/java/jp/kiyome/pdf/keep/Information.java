package jp.kiyome.pdf.keep;

import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.pdf.cos.Cos;

/** The information dictionary (ISO 32000-2, 14.3.3): its title, where the policy keeps titles. Stateless. */
public final class Information {

    /** The same choice as for office documents. */
    public static final PolicyOption OPTION = PolicyOption.of("document.title", "keep", "remove");

    private static final String TITLE = "Title";

    private Information() {}

    static void keep(Keeper keeper, Cos value) {
        if (!(keeper.resolve(value) instanceof Cos.Dict dict)) {
            return;
        }
        boolean kept = keeper.session().policy().choice(OPTION).equals("keep");
        Optional<Cos> title = kept ? TextStrings.clean(keeper.resolve(dict.get(TITLE))) : Optional.empty();
        title.ifPresent(text -> {
            int index = keeper.clean().add(Cos.Dict.EMPTY.with(TITLE, text));
            keeper.clean().information(index);
        });
        boolean nothingElse = title.isPresent() && dict.entries().keySet().equals(Set.of(TITLE));
        if (!nothingElse) {
            keeper.told().removed("pdf.metadata", new Place(0, "Info"));
        }
    }
}
