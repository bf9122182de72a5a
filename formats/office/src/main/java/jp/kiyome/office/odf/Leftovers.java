package jp.kiyome.office.odf;

import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;

/** Tells what of a package was left behind, by the places that OpenDocument and programs give to things. */
final class Leftovers {

    private Leftovers() {}

    static void report(OdfPackage source) {
        Set<String> carried = source.carried();
        for (ZipMember member : source.archive().members()) {
            if (!carried.contains(member.name())) {
                tell(source, code(member.name()), member.name());
            }
        }
        NavigableSet<String> names = new TreeSet<>();
        source.archive().members().forEach(member -> names.add(member.name()));
        for (String path : source.manifest().entries().keySet()) {
            String folder = path.endsWith("/") ? path : path + "/";
            String next = names.ceiling(folder);
            boolean there = names.contains(path) || next != null && next.startsWith(folder);
            if (!there && !path.equals("/")) {
                tell(source, "odf.manifest-entry", path);
            }
        }
    }

    private static void tell(OdfPackage source, String code, String name) {
        source.session().found(Finding.of(code, Action.REMOVED, Location.ofPart(name)));
    }

    private static String code(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String last = lower.substring(lower.lastIndexOf('/') + 1);
        if (lower.startsWith("basic/") || lower.startsWith("dialogs/") || lower.startsWith("scripts/")) {
            return "macro.script";
        }
        if (lower.startsWith("meta-inf/") && lower.contains("signatures")) {
            return "content.signature";
        }
        if (lower.startsWith("versions/") || last.equals("versionlist.xml")) {
            return "odf.version";
        }
        if (lower.startsWith("thumbnails/")) {
            return "metadata.thumbnail";
        }
        if (lower.startsWith("configurations2/") || lower.contains("/configurations2/")) {
            return "odf.settings";
        }
        if (last.endsWith(".rdf")) {
            return "metadata.custom-xml";
        }
        if (lower.startsWith("fonts/")) {
            return "content.embedded-font";
        }
        if (lower.startsWith("objectreplacements/") || last.equals("layout-cache")) {
            return "layout.cache";
        }
        return lower.startsWith("object") ? "active.ole-object" : "structure.unreferenced-part";
    }
}
