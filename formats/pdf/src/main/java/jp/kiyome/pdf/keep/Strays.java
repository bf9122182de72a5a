package jp.kiyome.pdf.keep;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.read.Objects;

/**
 * Objects that nothing in the document leads to. What only removed entries lead to has been told with these, and is looked through for what
 * it leads to in turn. Stateless.
 */
final class Strays {

    /** Removed objects that are looked through; what is behind more of them counts as led to by nothing. */
    private static final int MOST_FOLLOWED = 100_000;

    /** Objects looked at until one is found that holds anything. */
    private static final int MOST_TRIED = 64;

    private Strays() {}

    /** One of them. */
    static Optional<Integer> first(Objects objects, Cos.Dict trailer, Budget budget) {
        trailer.entries().values().forEach(objects::names);
        int followed = 0;
        boolean more = true;
        while (more) {
            more = false;
            for (int n = objects.waiting(0); n >= 0 && followed < MOST_FOLLOWED; n = objects.waiting(n + 1)) {
                int number = n;
                budget.checkTime();
                Attempt.at(() -> follow(objects, number));
                followed++;
                more = true;
            }
        }
        List<Integer> strays = objects.strays();
        return strays.stream()
                .limit(MOST_TRIED)
                .filter(number ->
                        Attempt.at(() -> Optional.of(objects.isContent(number))).orElse(true))
                .findFirst();
    }

    private static Optional<Cos> follow(Objects objects, int number) {
        objects.follow(number);
        return Optional.empty();
    }
}
