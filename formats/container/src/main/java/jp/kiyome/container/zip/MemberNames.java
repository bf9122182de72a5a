package jp.kiyome.container.zip;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * The members by name. No two share a name, not even on a file system or in a package that ignores case or Unicode
 * normalization, and none is a file and a folder at once.
 */
final class MemberNames {

    private final Map<String, ZipMember> byName = new HashMap<>();
    private final Map<String, ZipMember> byFolded = new HashMap<>();

    /** @throws Refusal when two names could be taken for one */
    static MemberNames of(List<ZipMember> members) {
        MemberNames names = new MemberNames();
        members.forEach(names::add);
        members.forEach(names::requireFoldersAbove);
        return names;
    }

    Optional<ZipMember> exactly(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<ZipMember> ignoringCase(String name) {
        return Optional.ofNullable(byFolded.get(folded(name)));
    }

    private void add(ZipMember member) {
        Location where = Location.ofPart(member.name());
        if (byName.putIfAbsent(member.name(), member) != null) {
            throw Refusal.of("zip.duplicate-name", where, "");
        }
        ZipMember other = byFolded.putIfAbsent(folded(member.name()), member);
        if (other != null) {
            throw Refusal.of("zip.variant-name", where, other.name());
        }
    }

    private void requireFoldersAbove(ZipMember member) {
        String name = folded(member.name());
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            ZipMember above = byFolded.get(name.substring(0, slash));
            if (above != null && !above.folder()) {
                throw Refusal.of("zip.variant-name", Location.ofPart(member.name()), above.name());
            }
        }
    }

    private static boolean ascii(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Upper case before lower: some letters have one upper form and two lower ones. */
    private static String folded(String name) {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        if (ascii(path)) {
            return path.toLowerCase(Locale.ROOT);
        }
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
