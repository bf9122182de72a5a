package jp.kiyome.office.ooxml;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import jp.kiyome.container.xml.AllowList;
import org.jspecify.annotations.Nullable;

/** The allow-lists of Office Open XML, which stand beside this class. */
final class AllowLists {

    /** The value rules of the vocabularies that {@link ValueJudge} implements. */
    static final Set<String> DELEGATED = Set.of(
            "rel",
            "uri",
            "anchor",
            "font-name",
            "cell-value",
            "cell-formula",
            "ref-formula",
            "field-code",
            "cell-ref",
            "cell-range",
            "sqref",
            "sheet-name",
            "vml-path",
            "vml-formula",
            "css-style",
            "action",
            "author",
            "shape-name",
            "alt-text");

    private AllowLists() {}

    static AllowList vocabularies() {
        return new AllowList(AllowLists::stream, DELEGATED);
    }

    static BufferedReader open(String name) {
        InputStream file = stream(name);
        if (file == null) {
            throw new IllegalStateException("no resource " + name);
        }
        return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    }

    private static @Nullable InputStream stream(String name) {
        return AllowLists.class.getResourceAsStream(name);
    }
}
