package jp.kiyome.pdf.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.pdf.allow.Rule;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Malformed;
import jp.kiyome.pdf.cos.Num;
import jp.kiyome.pdf.read.Objects;

/** Values that lead nowhere: names, numbers, strings, arrays of numbers. Counts what is copied. Not thread-safe. */
final class Leaves {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_STRING = 65_535;

    /** Values in all arrays and dictionaries of the clean file: one array that many refer to is written for each of them. */
    private static final long MOST_VALUES = 20_000_000;

    private final Objects objects;
    private final Budget budget;
    private long values;

    Leaves(Objects objects, Budget budget) {
        this.objects = objects;
        this.budget = budget;
    }

    /** Counts values that are about to be copied. */
    void spend(int count) {
        values += count;
        if (values > MOST_VALUES) {
            throw Malformed.tooMuch("more than " + MOST_VALUES + " values");
        }
    }

    Optional<Cos> keep(Cos value, Rule.Leaf rule) {
        Cos found = objects.resolve(value);
        return switch (rule) {
            case Rule.OneName names ->
                found instanceof Cos.Name name && name.text().length() <= LONGEST_NAME && fits(found, names)
                        ? Optional.of(found)
                        : Optional.empty();
            case Rule.Truth truth -> fits(found, truth) ? Optional.of(found) : Optional.empty();
            case Rule.Whole range -> whole(found, range);
            case Rule.Numeric number -> fits(found, number) ? Optional.of(found) : Optional.empty();
            case Rule.Numbers numbers -> numbers(found, numbers.count());
            case Rule.Text text -> TextStrings.clean(counted(found));
            case Rule.Bytes bytes ->
                counted(found) instanceof Cos.Str string && string.bytes().length() <= LONGEST_STRING
                        ? Optional.of(found)
                        : Optional.empty();
            case Rule.Date date -> TextStrings.date(counted(found));
        };
    }

    /** Whether the rule may let it through: a look at the value's kind, and at a name itself. */
    boolean fits(Cos found, Rule.Leaf rule) {
        return switch (rule) {
            case Rule.OneName names ->
                found instanceof Cos.Name name
                        && (names.names().isEmpty() || names.names().contains(name.text()));
            case Rule.Truth truth -> found instanceof Cos.Bool;
            case Rule.Whole whole -> found instanceof Num;
            case Rule.Numeric number -> found instanceof Num;
            case Rule.Numbers numbers -> found instanceof Cos.Arr;
            case Rule.Text text -> found instanceof Cos.Str;
            case Rule.Bytes bytes -> found instanceof Cos.Str;
            case Rule.Date date -> found instanceof Cos.Str;
        };
    }

    private Cos counted(Cos found) {
        if (found instanceof Cos.Str string) {
            budget.decode(string.bytes().length());
        }
        return found;
    }

    private static Optional<Cos> whole(Cos value, Rule.Whole range) {
        Cos found = value;
        if (found instanceof Num number && !number.whole()) {
            // Writers put down what they have computed; readers cut it.
            found = Cos.num((long) number.value());
        }
        return found instanceof Num number && number.unscaled() >= range.least() && number.unscaled() <= range.most()
                ? Optional.of(found)
                : Optional.empty();
    }

    /** Whether an array that is kept has more than numbers, or more numbers than are kept. */
    boolean losesItems(Cos value, Rule.Numbers rule) {
        return objects.resolve(value) instanceof Cos.Arr array
                && array.size() >= rule.count()
                && (rule.count() >= 0 && array.size() > rule.count()
                        || !array.items().stream().allMatch(item -> objects.resolve(item) instanceof Num));
    }

    /** The first {@code count} numbers of an array, all where it is negative; 0 for what is no number. */
    Optional<Cos> numbers(Cos value, int count) {
        if (!(value instanceof Cos.Arr array) || count >= 0 && array.size() < count) {
            return Optional.empty();
        }
        List<Cos> items = count >= 0 ? array.items().subList(0, count) : array.items();
        spend(items.size());
        if (items.stream().allMatch(Num.class::isInstance)) {
            return Optional.of(items.size() == array.size() ? array : new Cos.Arr(items));
        }
        List<Cos> numbers = new ArrayList<>(items.size());
        for (Cos item : items) {
            numbers.add(objects.resolve(item) instanceof Num number ? number : Cos.num(0));
        }
        return Optional.of(new Cos.Arr(numbers));
    }
}
