package jp.kiyome.office.ooxml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file {@code parts.allow}: which parts are carried, and what leads to them. Immutable; threads may share it. */
final class PartKinds {

    private final Map<String, PartKind> kinds = new HashMap<>();
    private final Map<String, String> drops = new HashMap<>();
    private final String base;
    private final String strictBase;

    private PartKinds(List<String[]> lines) {
        String[] bases = {"", ""};
        int at = 0;
        while (at < lines.size()) {
            String[] words = lines.get(at++);
            switch (words[0]) {
                case "base" -> bases = new String[] {words[1], words[3]};
                case "drop" -> drops.put(words[1], words[2]);
                case "part" -> at = part(words[1], lines, at);
                default -> throw new IllegalStateException("parts.allow: " + String.join(" ", words));
            }
        }
        base = bases[0];
        strictBase = bases[1];
    }

    static PartKinds load() {
        List<String[]> lines = new ArrayList<>();
        try (BufferedReader file = AllowLists.open("parts.allow")) {
            for (String line = file.readLine(); line != null; line = file.readLine()) {
                int comment = line.startsWith("#") ? 0 : line.indexOf(" # ");
                String text = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (!text.isEmpty()) {
                    lines.add(text.split("\\s+", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PartKinds(lines);
    }

    private int part(String name, List<String[]> lines, int from) {
        Map<String, List<String>> fields = new HashMap<>();
        int at = from;
        for (; at < lines.size() && !lines.get(at)[0].matches("base|drop|part"); at++) {
            String[] words = lines.get(at);
            fields.computeIfAbsent(words[0], f -> new ArrayList<>())
                    .addAll(List.of(words).subList(1, words.length));
        }
        PartKind kind = new PartKind(
                name,
                List.copyOf(fields.getOrDefault("relationship", List.of())),
                List.copyOf(fields.getOrDefault("content", List.of())),
                one(fields, "root"),
                one(fields, "records"),
                one(fields, "name"),
                List.copyOf(fields.getOrDefault("implicit", List.of())),
                List.copyOf(fields.getOrDefault("explicit", List.of())),
                fields.containsKey("optional"));
        if (kinds.put(name, kind) != null) {
            throw new IllegalStateException("parts.allow: twice: " + name);
        }
        return at;
    }

    private static String one(Map<String, List<String>> fields, String field) {
        List<String> words = fields.getOrDefault(field, List.of(""));
        return words.getFirst();
    }

    PartKind kind(String name) {
        PartKind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalStateException("parts.allow: no part " + name);
        }
        return kind;
    }

    /** The kind among {@code names} that a relationship of this type leads to. */
    Optional<PartKind> leadingTo(String relationshipType, List<String> names) {
        return names.stream()
                .map(this::kind)
                .filter(kind -> kind.relationships().contains(relationshipType))
                .findFirst();
    }

    /** The kind of finding under which relationships of this type are dropped. */
    String dropCode(String relationshipType) {
        return drops.getOrDefault(relationshipType, "structure.unknown-relationship");
    }

    /** A relationship type as {@code parts.allow} writes it: short where it stands behind a base. */
    String shortened(String type) {
        if (type.startsWith(base)) {
            return type.substring(base.length());
        }
        return type.startsWith(strictBase) ? type.substring(strictBase.length()) : type;
    }

    boolean strict(String type) {
        return type.startsWith(strictBase);
    }

    /** A relationship type as a package writes it. */
    String whole(String shortened, boolean strict) {
        return shortened.contains(":") ? shortened : (strict ? strictBase : base) + shortened;
    }
}
