package jp.kiyome.core.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.type.FileType;

/** The handlers at hand and the types they know. Immutable; threads may share it. */
public final class Registry {

    private final List<Handler> handlers;
    private final Map<String, Handler> byType = new TreeMap<>();
    private final Map<String, FileType> byExtension = new TreeMap<>();

    public Registry(List<Handler> handlers) {
        this.handlers = List.copyOf(handlers);
        for (Handler handler : handlers) {
            for (FileType type : handler.types()) {
                if (byType.put(type.id(), handler) != null) {
                    throw new IllegalArgumentException("two handlers for " + type);
                }
            }
        }
        // An extension is the name of the type that has the fewest besides it: a frame that many types come in has
        // theirs.
        knownTypes().stream()
                .sorted((one, other) -> Integer.compare(
                        one.extensions().size(), other.extensions().size()))
                .forEach(type -> type.extensions().forEach(e -> byExtension.putIfAbsent(e, type)));
    }

    /** The handlers on the class path, in the order of their names. */
    public static Registry ofClassPath() {
        List<Handler> found = new ArrayList<>();
        ServiceLoader.load(Handler.class).forEach(found::add);
        found.sort((a, b) -> a.getClass().getName().compareTo(b.getClass().getName()));
        return new Registry(found);
    }

    public List<Handler> handlers() {
        return handlers;
    }

    /** Every policy option of every handler. */
    public List<PolicyOption> options() {
        return handlers.stream().flatMap(h -> h.options().stream()).toList();
    }

    /** The handler that rebuilds a type; empty for types that are only told apart. */
    public Optional<Handler> handler(FileType type) {
        return Optional.ofNullable(byType.get(type.id()));
    }

    /** The extensions of all known types, lower case. */
    public Set<String> extensions() {
        return Collections.unmodifiableSet(byExtension.keySet());
    }

    /** Every type that a handler rebuilds or tells apart. */
    public List<FileType> knownTypes() {
        return handlers.stream().flatMap(h -> known(h).stream()).toList();
    }

    /**
     * The type that a file name claims. Where several share its extension, it claims the one that the file is.
     *
     * @param structure the types whose structure the file has
     */
    public Optional<FileType> byName(String name, List<FileType> structure) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return structure.stream()
                .filter(type -> type.extensions().contains(extension))
                .findFirst()
                .or(() -> Optional.ofNullable(byExtension.get(extension)));
    }

    /**
     * Every type whose structure the content has; where it has none, the type of text that it is.
     *
     * @param name as the file is called; it tells types of text apart, nothing else
     */
    public List<FileType> recognize(String name, Content content, Budget budget) {
        return recognize(name, content, structure(content, budget), budget);
    }

    /** The same where {@link #structure} was asked before. */
    List<FileType> recognize(String name, Content content, List<FileType> structure, Budget budget) {
        return structure.isEmpty()
                ? handlers.stream()
                        .flatMap(h -> h.recognizeText(name, content, budget).stream())
                        .toList()
                : structure;
    }

    /** Every type whose structure the content has, whatever it is called. */
    List<FileType> structure(Content content, Budget budget) {
        return handlers.stream()
                .flatMap(h -> h.recognize(content, budget).stream())
                .toList();
    }

    private static List<FileType> known(Handler handler) {
        List<FileType> known = new ArrayList<>(handler.types());
        known.addAll(handler.unsupported());
        return known;
    }
}
