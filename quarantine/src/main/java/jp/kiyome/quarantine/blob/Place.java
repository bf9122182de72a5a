package jp.kiyome.quarantine.blob;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.kiyome.quarantine.item.Organisation;

/**
 * Where a blob lies. Its name is drawn by lot: it tells nothing of the content, and no two writers ever write the same file.
 *
 * @param name 32 lower-case hex digits
 */
public record Place(Organisation organisation, Area area, String name) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    public Place {
        if (!isName(name)) {
            throw new IllegalArgumentException("not the name of a blob");
        }
    }

    static Place fresh(Organisation organisation, Area area) {
        UUID chance = UUID.randomUUID();
        HexFormat hex = HexFormat.of();
        return new Place(
                organisation,
                area,
                hex.toHexDigits(chance.getMostSignificantBits()) + hex.toHexDigits(chance.getLeastSignificantBits()));
    }

    static boolean isName(String name) {
        return SHAPE.matcher(name).matches();
    }

    /** What the ciphertext is bound to: nobody can put it elsewhere. */
    byte[] bound() {
        return ("kiyome blob 1: " + organisation + " " + area + " " + name).getBytes(StandardCharsets.US_ASCII);
    }

    /** What the key is wrapped for. */
    public String purpose() {
        return "kiyome blob key 1: " + organisation + " " + area + " " + name;
    }
}
