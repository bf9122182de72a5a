package jp.kiyome.office.ole;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Code pages of Windows by their number ([MS-UCODEREF] 2.2.1), as far as office documents have them. */
public final class CodePages {

    private static final Map<Integer, String> NAMED = Map.of(
            874, "x-windows-874",
            932, "windows-31j",
            936, "GBK",
            949, "x-windows-949",
            950, "x-windows-950",
            1361, "x-Johab",
            10000, "x-MacRoman",
            10001, "windows-31j",
            20127, "US-ASCII");

    private CodePages() {}

    /** Empty for one that nobody needs here. */
    public static Optional<Charset> charset(int codePage) {
        if (codePage == 1200) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (codePage == 65001) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        String name = codePage >= 1250 && codePage <= 1258 ? "windows-" + codePage : NAMED.getOrDefault(codePage, "");
        return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
    }
}
