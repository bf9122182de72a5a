package jp.kiyome.container.xml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The allow-lists of a format: for each vocabulary a file {@code prefix.allow}, and {@code namespaces.allow} over all of them.
 * Vocabularies are read when a document first needs them.
 *
 * <p>Threads may share it.
 */
public final class AllowList implements NameSource {

    private final Function<String, @Nullable InputStream> files;
    private final Set<String> delegated;
    private final Namespaces namespaces;
    private final ConcurrentMap<String, Optional<Vocabulary>> vocabularies = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ElementType> types = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ValueRule> simpleTypes = new ConcurrentHashMap<>();
    private final ConcurrentMap<XmlName, XmlName> names = new ConcurrentHashMap<>();
    private final Deque<NameCache> caches = new ConcurrentLinkedDeque<>();

    /**
     * @param files opens an allow-list file by name, or gives null when there is none
     * @param delegated names of the value rules that the format judges itself
     */
    public AllowList(Function<String, @Nullable InputStream> files, Set<String> delegated) {
        this.files = files;
        this.delegated = Set.copyOf(delegated);
        try (BufferedReader file = open("namespaces.allow")) {
            if (file == null) {
                throw new IllegalStateException("no namespaces.allow");
            }
            this.namespaces = Namespaces.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The type of a root element, by its name in allow-list form, such as {@code w:document}. */
    public ElementType root(String element) {
        String prefix = element.substring(0, element.indexOf(':'));
        Vocabulary vocabulary = vocabulary(prefix.isEmpty() ? "v" : prefix);
        String type = vocabulary.roots.get(element);
        if (type == null) {
            throw new IllegalStateException("no root " + element);
        }
        return type(qualified(type, vocabulary.key));
    }

    /**
     * Reads a document event by event, for formats that look before they filter.
     *
     * @param mostDepth elements inside elements at most
     * @param oddities told of what is skipped
     */
    public XmlReader reader(InputStream in, int mostDepth, XmlOddities oddities) {
        return new XmlReader(in, this, mostDepth, oddities);
    }

    /** A type by its key, such as {@code w:CT_P}. */
    public ElementType type(String key) {
        ElementType known = types.get(key);
        if (known != null) {
            return known;
        }
        return types.computeIfAbsent(key, k -> new ElementType(k, () -> new TypeCompiler(this, split(k)).compile()));
    }

    /**
     * Works out everything in the vocabularies named and whatever they refer to, which is otherwise done when a document
     * needs it.
     *
     * @throws RuntimeException if a list refers to what is not there, says something twice, or has a rule nobody knows
     */
    public void compileAll(Collection<String> keys) {
        for (String key : keys) {
            Vocabulary vocabulary = vocabulary(key);
            vocabulary.simple.keySet().forEach(name -> simple(qualified(name, key)));
            vocabulary.groups.keySet().forEach(name -> new TypeCompiler(this, new QualifiedType(key, name))
                    .checkGroup());
            vocabulary.types.keySet().forEach(name -> type(qualified(name, key)));
            vocabulary.roots.values().forEach(name -> type(qualified(name, key)));
        }
        for (int before = -1; before < types.size(); ) {
            before = types.size();
            List.copyOf(types.values()).forEach(ElementType::rules);
        }
    }

    /** A name by its allow-list form: {@code prefix:local}, or {@code :local} for no namespace. */
    XmlName name(String key) {
        int colon = key.indexOf(':');
        XmlName name = new XmlName(
                colon <= 0 ? Namespace.NONE : namespaces.byKey(key.substring(0, colon)), key.substring(colon + 1));
        return names.computeIfAbsent(name, n -> n);
    }

    @Override
    public XmlName asListed(XmlName name) {
        return names.getOrDefault(name, name);
    }

    /** Names are the same in most documents; what a cache holds of them is bounded, and depends on no document. */
    @Override
    public NameCache borrow() {
        NameCache used = caches.poll();
        return used == null ? new NameCache(this) : used;
    }

    @Override
    public void giveBack(NameCache cache) {
        cache.clear();
        caches.push(cache);
    }

    @Override
    public Namespace namespace(String uri) {
        return namespaces.byUri(uri);
    }

    /** Whether the namespace has an allow-list, so that something in it may be written. */
    boolean listed(Namespace namespace) {
        return namespace.known() && optional(namespace.key()).isPresent();
    }

    boolean choiceCarried(Namespace namespace) {
        return namespace.known() && namespaces.choiceCarried(namespace, listed(namespace));
    }

    ValueRule rule(String text, String vocabulary) {
        return new RuleParser(delegated, type -> simple(qualified(type, vocabulary))).parse(text);
    }

    private ValueRule simple(String key) {
        ValueRule known = simpleTypes.get(key);
        if (known == null) {
            QualifiedType type = split(key);
            String text = vocabulary(type.vocabulary()).simple.get(type.name());
            if (text == null) {
                throw new IllegalStateException("no simple type " + key);
            }
            known = rule(text, type.vocabulary());
            simpleTypes.put(key, known);
        }
        return known;
    }

    /** A type's name and the vocabulary that declares it. */
    record QualifiedType(String vocabulary, String name) {}

    static QualifiedType split(String key) {
        int colon = key.indexOf(':');
        return new QualifiedType(key.substring(0, colon), key.substring(colon + 1));
    }

    static String qualified(String type, String vocabulary) {
        return type.indexOf(':') < 0 ? vocabulary + ":" + type : type;
    }

    Vocabulary vocabulary(String key) {
        return optional(key).orElseThrow(() -> new IllegalStateException("no " + key + ".allow"));
    }

    private Optional<Vocabulary> optional(String key) {
        Optional<Vocabulary> known = vocabularies.get(key);
        if (known != null) {
            return known;
        }
        return vocabularies.computeIfAbsent(key, k -> {
            try (BufferedReader file = open(k + ".allow")) {
                return file == null ? Optional.empty() : Optional.of(Vocabulary.read(k, file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private @Nullable BufferedReader open(String name) {
        InputStream file = files.apply(name);
        return file == null ? null : new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8), 1 << 16);
    }
}
