package jp.kiyome.cad.part21;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;

/** What is left of an instance: without references to what went, without paths in texts. Not thread-safe. */
final class Cleaned {

    private static final Pattern PATH = Pattern.compile("(?s)(?:[A-Za-z]:[\\\\/]|\\\\\\\\|//|file:).*");

    private final Ids gone;
    private final Consumer<Finding> findings;

    Cleaned(Ids gone, Consumer<Finding> findings) {
        this.gone = gone;
        this.findings = findings;
    }

    /** Empty where it needs something that went. */
    Optional<Instance> of(Instance instance) {
        List<Entity> records = new ArrayList<>();
        for (Entity record : instance.records()) {
            List<Value> parameters = new ArrayList<>();
            for (Value parameter : record.parameters()) {
                Optional<Value> kept = kept(parameter, record.name());
                if (kept.isEmpty()) {
                    return Optional.empty();
                }
                parameters.add(kept.get());
            }
            records.add(new Entity(record.name(), parameters));
        }
        return Optional.of(new Instance(instance.id(), records, instance.complex()));
    }

    private Optional<Value> kept(Value value, String entity) {
        return switch (value) {
            case Value.Reference(long id) -> gone.has(id) ? Optional.empty() : Optional.of(value);
            case Value.Items(List<Value> items) -> items(items, entity);
            case Value.Typed(String type, Value inner) ->
                kept(inner, entity).map(clean -> new Value.Typed(type, clean));
            case Value.Text(String text) -> Optional.of(new Value.Text(text(text, entity)));
            case Value.Numeral number -> Optional.of(number);
            case Value.Enumeration name -> Optional.of(name);
            case Value.Unset unset -> Optional.of(unset);
            case Value.Derived derived -> Optional.of(derived);
        };
    }

    /** What went leaves a list; a list that is left with nothing goes itself. */
    private Optional<Value> items(List<Value> items, String entity) {
        List<Value> left =
                items.stream().flatMap(item -> kept(item, entity).stream()).toList();
        return left.isEmpty() && !items.isEmpty() ? Optional.empty() : Optional.of(new Value.Items(left));
    }

    private String text(String text, String entity) {
        String clean = Strings.clean(text);
        if (!clean.equals(text)) {
            note("part21.text", entity, "");
        }
        if (!PATH.matcher(clean).matches()) {
            return clean;
        }
        note("part21.path", entity, clean);
        String bare = clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
        return bare.startsWith("file:") ? bare.substring("file:".length()) : bare;
    }

    private void note(String code, String entity, String detail) {
        findings.accept(Finding.of(code, Action.CHANGED, Location.ofPart(entity), detail));
    }
}
