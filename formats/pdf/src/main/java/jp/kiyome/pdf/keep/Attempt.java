package jp.kiyome.pdf.keep;

import java.util.Optional;
import java.util.function.Supplier;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;

/** Work on a part that the file can be read without. Stateless. */
final class Attempt {

    private Attempt() {}

    /**
     * What the work gives; empty where it refuses the part, which the caller then leaves out and says so.
     *
     * @throws LimitReached where the budget that the whole file shares is used up
     */
    static <T> Optional<T> at(Supplier<Optional<T>> work) {
        try {
            return work.get();
        } catch (LimitReached whole) {
            throw whole;
        } catch (Refusal part) {
            return Optional.empty();
        }
    }
}
