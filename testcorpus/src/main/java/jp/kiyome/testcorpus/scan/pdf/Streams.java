package jp.kiyome.testcorpus.scan.pdf;

import java.nio.charset.StandardCharsets;
import jp.kiyome.testcorpus.scan.picture.PictureScan;

/** Looks at the data of streams, by what they are to their readers. */
record Streams(Body body, Found found) {

    void look(String where, Value.Dict dict, String data, String key) {
        String filter = dict.name("Filter");
        if (dict.has("Filter") && filter.isEmpty()) {
            found.structure(where, "more than one filter");
        }
        if (filter.equals("DCTDecode")) {
            PictureScan.of(data.getBytes(StandardCharsets.ISO_8859_1)).forEach(what -> found.vector(where, what));
            return;
        }
        if (!filter.equals("FlateDecode")) {
            if (filter.isEmpty()) {
                found.structure(where, "data that is not compressed");
                decoded(where, dict, data, key);
            }
            return;
        }
        Inflated inflated = Inflated.of(data);
        if (!inflated.whole()) {
            found.vector(where, "damaged data, or more behind it");
        }
        decoded(where, dict, inflated.text(), key);
    }

    private void decoded(String where, Value.Dict dict, String data, String key) {
        boolean content = key.equals("Contents")
                || key.equals("CharProcs/")
                || dict.name("Subtype").equals("Form")
                || dict.number("PatternType", 0) == 1;
        if (content) {
            Contents.look(data, where, found);
        } else if (dict.name("Subtype").equals("Image")) {
            samples(where, dict, data);
        } else if (dict.number("FunctionType", -1) == 4) {
            Programs.words(data, "calculator", where, found);
        } else if (key.equals("ToUnicode") || dict.name("Type").equals("CMap")) {
            Programs.words(data, "map", where, found);
        } else if (key.startsWith("FontFile")) {
            Programs.font(data, where, found);
        } else if (key.equals("DestOutputProfile") || dict.has("N") && !dict.has("First")) {
            Programs.profile(data, where, found);
        }
    }

    /** As many bytes as the picture has, no more and no less (8.9.5). */
    private void samples(String where, Value.Dict dict, String data) {
        boolean mask =
                dict.get("ImageMask") instanceof Value.Word word && word.text().equals("true");
        int bits = mask ? 1 : dict.number("BitsPerComponent", 8);
        int components = mask ? 1 : components(dict.get("ColorSpace"));
        long row = ((long) dict.number("Width", 0) * components * bits + 7) / 8;
        boolean predicted = dict.get("DecodeParms") instanceof Value.Dict parms && parms.number("Predictor", 1) >= 10;
        long size = (row + (predicted ? 1 : 0)) * dict.number("Height", 0);
        if (components > 0 && size != data.length()) {
            found.vector(where, "samples of " + data.length() + " bytes that need " + size);
        }
    }

    private int components(Value space) {
        Value value = body.resolved(space);
        if (value instanceof Value.Arr array && !array.items().isEmpty()) {
            return switch (family(array.items().getFirst())) {
                case "Indexed", "Separation", "CalGray" -> 1;
                case "CalRGB", "Lab" -> 3;
                case "ICCBased" ->
                    array.items().size() > 1 && body.resolved(array.items().get(1)) instanceof Value.Dict profile
                            ? profile.number("N", 0)
                            : 0;
                default -> 0;
            };
        }
        return switch (family(value)) {
            case "DeviceGray" -> 1;
            case "DeviceRGB" -> 3;
            case "DeviceCMYK" -> 4;
            default -> 0;
        };
    }

    private static String family(Value value) {
        return value instanceof Value.Name name ? name.text() : "";
    }
}
