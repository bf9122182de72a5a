package jp.kiyome.pdf.filter;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Malformed;

/**
 * Undoes the filters of a stream (ISO 32000-2, 7.4) up to the first that makes a picture; what comes out is spent from the budget.
 * Not thread-safe.
 */
public final class Decoders {

    /** Filters of one stream at most; no writer uses more than two. */
    private static final int LONGEST_CHAIN = 5;

    private final Budget budget;
    private final UnaryOperator<Cos> resolve;
    private final StreamTrouble trouble;

    public Decoders(Budget budget, UnaryOperator<Cos> resolve, StreamTrouble trouble) {
        this.budget = budget;
        this.resolve = resolve;
        this.trouble = trouble;
    }

    /**
     * A stream with its general filters undone.
     *
     * @param image the filter that is left, if any: its samples are decoded elsewhere
     * @param parameters of that filter
     * @param predicted whether a PNG predictor was undone last
     */
    public record Decoded(InputStream in, Optional<String> image, Cos.Dict parameters, boolean predicted) {}

    /** A filter and its parameters, as the stream names them. */
    private record Step(String filter, Cos.Dict parameters) {}

    public Decoded open(InputStream raw, Cos.Dict dict) {
        InputStream in = raw;
        boolean predicted = false;
        List<Step> steps = steps(dict, resolve);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Cos.Dict parms = step.parameters;
            switch (step.filter) {
                case "FlateDecode", "Fl" -> {
                    in = counted(new FlateInput(in, trouble));
                    in = Predictor.undo(in, parms, resolve);
                    predicted = Cos.integer(resolve.apply(parms.get("Predictor")), 1) >= 10;
                }
                case "LZWDecode", "LZW" -> {
                    boolean early = Cos.integer(resolve.apply(parms.get("EarlyChange")), 1) != 0;
                    in = counted(new LzwInput(in, early, trouble));
                    in = Predictor.undo(in, parms, resolve);
                    predicted = Cos.integer(resolve.apply(parms.get("Predictor")), 1) >= 10;
                }
                case "RunLengthDecode", "RL" -> in = counted(new RunLengthInput(in, trouble));
                case "ASCIIHexDecode", "AHx" -> in = new HexInput(in, trouble);
                case "ASCII85Decode", "A85" -> in = new Ascii85Input(in, trouble);
                case "Crypt" -> {}
                case "DCTDecode", "DCT", "CCITTFaxDecode", "CCF", "JBIG2Decode", "JPXDecode" -> {
                    if (i + 1 < steps.size()) {
                        throw Malformed.because("a filter behind that of a picture");
                    }
                    return new Decoded(in, Optional.of(full(step.filter)), parms, false);
                }
                default -> throw Malformed.because("a filter that the specification does not know");
            }
        }
        return new Decoded(in, Optional.empty(), Cos.Dict.EMPTY, predicted);
    }

    /** Whether a stream has a crypt filter of its own that does nothing (7.4.10): in an encrypted file, it is not encrypted. */
    public static boolean isLeftPlain(Cos.Dict dict, UnaryOperator<Cos> resolve) {
        List<Step> steps = steps(dict, resolve);
        if (steps.isEmpty() || !steps.getFirst().filter.equals("Crypt")) {
            return false;
        }
        Cos name = resolve.apply(steps.getFirst().parameters.get("Name"));
        return !(name instanceof Cos.Name known) || known.text().equals("Identity");
    }

    private InputStream counted(InputStream in) {
        return new CountedInput(in, budget);
    }

    private static String full(String filter) {
        return switch (filter) {
            case "DCT" -> "DCTDecode";
            case "CCF" -> "CCITTFaxDecode";
            default -> filter;
        };
    }

    private static List<Step> steps(Cos.Dict dict, UnaryOperator<Cos> resolve) {
        Cos filters = resolve.apply(dict.has("Filter") ? dict.get("Filter") : dict.get("F"));
        Cos parms = resolve.apply(dict.has("DecodeParms") ? dict.get("DecodeParms") : dict.get("DP"));
        List<Step> steps = new ArrayList<>();
        if (filters instanceof Cos.Name name) {
            Cos own = parms instanceof Cos.Arr all ? resolve.apply(all.get(0)) : parms;
            steps.add(new Step(name.text(), Cos.dict(own).orElse(Cos.Dict.EMPTY)));
        } else if (filters instanceof Cos.Arr names) {
            if (names.size() > LONGEST_CHAIN) {
                throw Malformed.tooMuch(names.size() + " filters on one stream");
            }
            for (int i = 0; i < names.size(); i++) {
                Cos own =
                        parms instanceof Cos.Arr all ? resolve.apply(all.get(i)) : names.size() == 1 ? parms : Cos.NULL;
                String name = resolve.apply(names.get(i)) instanceof Cos.Name found ? found.text() : "";
                steps.add(new Step(name, Cos.dict(own).orElse(Cos.Dict.EMPTY)));
            }
        }
        return steps;
    }
}
