package jp.kiyome.pdf.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Num;

/** Checks the operands of one operator against the kinds it takes. */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
record OperandCheck(NamedResources resources) {

    private static final List<String> DEVICE =
            List.of("DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern", "G", "RGB", "CMYK", "I");

    /** The operands as they are to be written; empty where any does not fit. */
    Optional<List<Cos>> check(List<String> kinds, List<Cos> operands) {
        if (kinds.equals(List.of("c"))) {
            return operands.stream().allMatch(Num.class::isInstance) && !operands.isEmpty()
                    ? Optional.of(operands)
                    : Optional.empty();
        }
        if (kinds.equals(List.of("p"))) {
            return colour(operands);
        }
        if (operands.size() != kinds.size()) {
            return Optional.empty();
        }
        List<Cos> checked = new ArrayList<>(operands.size());
        for (int i = 0; i < operands.size(); i++) {
            Optional<Cos> one = one(kinds.get(i), operands.get(i));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            checked.add(one.get());
        }
        return Optional.of(checked);
    }

    private Optional<List<Cos>> colour(List<Cos> operands) {
        if (operands.isEmpty()) {
            return Optional.empty();
        }
        boolean numbers = operands.subList(0, operands.size() - 1).stream().allMatch(Num.class::isInstance);
        boolean last = operands.getLast() instanceof Num
                || operands.getLast() instanceof Cos.Name pattern && resources.has("Pattern", pattern.text());
        return numbers && last ? Optional.of(operands) : Optional.empty();
    }

    private Optional<Cos> one(String kind, Cos value) {
        boolean fits =
                switch (kind) {
                    case "n" -> value instanceof Num;
                    case "i" -> value instanceof Num number && number.whole();
                    case "s" -> value instanceof Cos.Str;
                    case "N" -> value instanceof Cos.Name;
                    case "d" ->
                        value instanceof Cos.Arr array && array.items().stream().allMatch(Num.class::isInstance);
                    case "T" -> {
                        // 9.4.3: readers pass over what is neither.
                        yield value instanceof Cos.Arr array
                                && array.items().stream().allMatch(v -> v instanceof Num || v instanceof Cos.Str);
                    }
                    case "P" -> {
                        if (value instanceof Cos.Dict dict) {
                            yield PropertyList.kept(dict).equals(dict);
                        }
                        yield value instanceof Cos.Name name && resources.has("Properties", name.text());
                    }
                    default -> value instanceof Cos.Name name && named(kind.substring(1), name.text());
                };
        if (!fits && kind.equals("P") && value instanceof Cos.Dict dict) {
            Cos.Dict kept = PropertyList.kept(dict);
            return kept.entries().isEmpty() ? Optional.empty() : Optional.of(kept);
        }
        return fits ? Optional.of(value) : Optional.empty();
    }

    private boolean named(String category, String name) {
        return category.equals("ColorSpace") && DEVICE.contains(name) || resources.has(category, name);
    }

    /** Property lists that stand in the stream itself (14.6.2): what tagged text and artifacts need. */
    private static final class PropertyList {

        static Cos.Dict kept(Cos.Dict dict) {
            TreeMap<String, Cos> kept = new TreeMap<>();
            dict.entries().forEach((key, value) -> {
                boolean fits =
                        switch (key) {
                            case "MCID" -> value instanceof Num number && number.whole();
                            case "Lang", "ActualText", "Alt", "E" -> value instanceof Cos.Str;
                            case "Type", "Subtype" -> value instanceof Cos.Name;
                            case "BBox" ->
                                value instanceof Cos.Arr box
                                        && box.items().stream().allMatch(Num.class::isInstance);
                            case "Attached" ->
                                value instanceof Cos.Arr sides
                                        && sides.items().stream().allMatch(Cos.Name.class::isInstance);
                            default -> false;
                        };
                if (fits) {
                    kept.put(key, value);
                }
            });
            return new Cos.Dict(kept);
        }
    }
}
