package jp.kiyome.office.field;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.value.AllowLines;

/** What {@code fields.allow} says. */
record FieldForms(Map<String, FieldForm> forms, Set<String> formats) {

    static FieldForms load() {
        Map<String, FieldForm> forms = new HashMap<>();
        Set<String> formats = new HashSet<>();
        for (List<String> words : AllowLines.of(FieldForms.class, "fields.allow")) {
            if (words.getFirst().equals("format")) {
                words.stream().skip(1).map(Ascii::lower).forEach(formats::add);
            } else if (forms.put(words.getFirst(), FieldForm.of(words)) != null) {
                throw new IllegalStateException("named twice: " + words.getFirst());
            }
        }
        return new FieldForms(Map.copyOf(forms), Set.copyOf(formats));
    }

    Optional<FieldForm> form(String name) {
        return Optional.ofNullable(forms.get(name));
    }

    /** Whether {@code \*} may have this word. */
    boolean isFormat(String word) {
        return formats.contains(Ascii.lower(word));
    }
}
