package jp.kiyome.testcorpus.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs of base64 and hex, and percent-encoding. */
final class Encodings {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}");
    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}){8,}");
    private static final Pattern PERCENT = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final int SEARCHED = 16 << 20;
    private static final int QUANTUM = 4;

    private Encodings() {}

    static List<Layer> of(Layer layer) {
        List<Layer> found = new ArrayList<>();
        if (layer.bytes().length > SEARCHED) {
            return found;
        }
        String text = new String(layer.bytes(), StandardCharsets.ISO_8859_1);
        base64(text, layer, found);
        // MIME breaks lines, so a run may go on behind a line break.
        if (text.indexOf('\n') >= 0) {
            base64(text.replaceAll("\\r?\\n", ""), layer, found);
        }
        Matcher hex = HEX.matcher(text);
        while (hex.find()) {
            found.add(new Layer(layer.path() + "/hex", HexFormat.of().parseHex(hex.group())));
        }
        if (PERCENT.matcher(text).find()) {
            String decoded = PERCENT.matcher(text)
                    .replaceAll(m -> Matcher.quoteReplacement(Character.toString(HexFormat.fromHexDigits(m.group(1)))));
            found.add(new Layer(layer.path() + "/percent", decoded.getBytes(StandardCharsets.ISO_8859_1)));
        }
        return found;
    }

    /** From each of four places, since other letters may stand right before. */
    private static void base64(String text, Layer layer, List<Layer> found) {
        Matcher run = BASE64.matcher(text);
        while (run.find()) {
            String standard = run.group().replace('-', '+').replace('_', '/');
            for (int from = 0; from < QUANTUM; from++) {
                int rest = (standard.length() - from) % QUANTUM;
                String whole = standard.substring(from, standard.length() - (rest == 1 ? 1 : 0));
                found.add(
                        new Layer(layer.path() + "/base64", Base64.getDecoder().decode(whole)));
            }
        }
    }
}
