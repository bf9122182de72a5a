package jp.kiyome.approval.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Language;
import jp.kiyome.core.text.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * What the pages say: the table {@code texts.tsv} beside this class, both languages side by side. Values go into places as text; they
 * are escaped where the page is written. Immutable; threads may share it.
 */
public final class Texts implements MessageSource {

    private final Map<String, Bilingual> texts = new TreeMap<>();

    public Texts() {
        for (List<String> row : Table.of(Objects.requireNonNull(Texts.class.getResource("texts.tsv")))
                .rows()) {
            if (texts.put(row.get(0), new Bilingual(row.get(1), row.get(2))) != null) {
                throw new IllegalStateException("twice: " + row.get(0));
            }
        }
    }

    /** The names of all texts, in order. */
    public List<String> keys() {
        return List.copyOf(texts.keySet());
    }

    /** Japanese, unless English was chosen. */
    public static Language language(@Nullable Locale locale) {
        return Locale.ENGLISH.equals(locale) ? Language.ENGLISH : Language.JAPANESE;
    }

    public String text(String key, Locale locale, Object... values) {
        Bilingual text = texts.get(key);
        if (text == null) {
            throw new NoSuchMessageException(key, locale);
        }
        return text.with(values).in(language(locale));
    }

    /** A text that may not be there, as of a figure that another version counts. */
    public Optional<String> find(String key, Locale locale) {
        return texts.containsKey(key) ? Optional.of(text(key, locale)) : Optional.empty();
    }

    @Override
    public String getMessage(
            String code, Object @Nullable [] values, @Nullable String otherwise, @Nullable Locale locale) {
        return text(code, locale == null ? Locale.JAPANESE : locale, values == null ? new Object[0] : values);
    }

    @Override
    public String getMessage(String code, Object @Nullable [] values, @Nullable Locale locale) {
        return getMessage(code, values, null, locale);
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        String[] codes = Objects.requireNonNull(resolvable.getCodes());
        return getMessage(codes[0], resolvable.getArguments(), null, locale);
    }
}
