package jp.kiyome.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.core.text.Language;
import jp.kiyome.core.type.FileType;
import jp.kiyome.core.type.TypeNotes;

/** {@code kiyome types [TYPE...]}: the formats, with what is kept, dropped and changed. */
final class TypesCommand {

    private final Voice voice;
    private final Registry registry;
    private final List<String> asked;
    private final TypeNotes notes = TypeNotes.ofClassPath();

    /** @param asked ids, extensions or media types of those to tell; empty for all */
    TypesCommand(Voice voice, Registry registry, List<String> asked) {
        this.voice = voice;
        this.registry = registry;
        this.asked = asked;
    }

    ExitCode run() {
        for (String name : asked) {
            if (registry.knownTypes().stream().noneMatch(type -> called(type, name))) {
                throw new Usage(Say.UNKNOWN_TYPE_NAME, Voice.shown(name));
            }
        }
        Map<List<String>, List<FileType>> byNotes = new LinkedHashMap<>();
        for (Handler handler : registry.handlers()) {
            for (FileType type : told(handler.types())) {
                byNotes.computeIfAbsent(notesOf(type), any -> new ArrayList<>()).add(type);
            }
        }
        byNotes.forEach((lines, types) -> {
            types.forEach(this::head);
            lines.forEach(line -> voice.report("    " + line));
            voice.report("");
        });
        blocked();
        if (asked.isEmpty()) {
            options();
        }
        return ExitCode.OK;
    }

    private List<FileType> told(List<FileType> types) {
        return types.stream()
                .filter(type -> asked.isEmpty() || asked.stream().anyMatch(name -> called(type, name)))
                .toList();
    }

    private static boolean called(FileType type, String name) {
        String lower = Ascii.lower(name);
        String extension = lower.startsWith(".") ? lower.substring(1) : lower;
        return type.id().equals(lower)
                || type.mediaType().equals(lower)
                || type.extensions().contains(extension);
    }

    private void head(FileType type) {
        voice.report(type.id() + "  (" + extensions(type) + ")  " + type.mediaType());
    }

    private List<String> notesOf(FileType type) {
        List<String> lines = new ArrayList<>();
        Language language = voice.language();
        for (TypeNotes.Aspect aspect : TypeNotes.Aspect.values()) {
            notes.note(type, aspect).ifPresent(note -> lines.add(voice.text(label(aspect), note.in(language))));
        }
        return lines.isEmpty() ? List.of(voice.text(Say.TYPE_NO_NOTE)) : lines;
    }

    private void blocked() {
        List<FileType> blocked = registry.handlers().stream()
                .flatMap(handler -> told(handler.unsupported()).stream())
                .toList();
        if (!blocked.isEmpty()) {
            voice.report(voice.text(Say.TYPES_BLOCKED));
            blocked.forEach(type -> voice.report("    " + type.id() + "  (" + extensions(type) + ")"));
            voice.report("");
        }
    }

    private void options() {
        if (!registry.options().isEmpty()) {
            voice.report(voice.text(Say.OPTIONS));
            for (PolicyOption option : registry.options()) {
                voice.report("    " + option.key() + ": " + String.join(" | ", option.values()));
            }
        }
    }

    private static String extensions(FileType type) {
        return "." + String.join(" .", type.extensions());
    }

    private static Say label(TypeNotes.Aspect aspect) {
        return switch (aspect) {
            case KEPT -> Say.TYPE_KEPT;
            case DROPPED -> Say.TYPE_DROPPED;
            case CHANGED -> Say.TYPE_CHANGED;
        };
    }
}
