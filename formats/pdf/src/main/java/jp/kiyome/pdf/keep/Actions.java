package jp.kiyome.pdf.keep;

import java.util.Optional;
import jp.kiyome.core.link.WebLink;
import jp.kiyome.pdf.cos.Cos;

/** Actions (ISO 32000-2, 12.6): those that go to a place in the same file, and links to the web and to mail on a click. */
final class Actions {

    /** Actions in a dictionary of additional ones that are told one by one. */
    private static final int TOLD = 16;

    private final Keeper keeper;
    private final Destinations destinations;

    Actions(Keeper keeper, Destinations destinations) {
        this.keeper = keeper;
        this.destinations = destinations;
    }

    /** What a click may do: 12.6.4.2 and 12.6.4.8. */
    Optional<Cos> onClick(Cos value, Place place) {
        if (!(keeper.resolve(value) instanceof Cos.Dict action)) {
            keeper.told().removed("pdf.refused-value", place);
            return Optional.empty();
        }
        tellFurther(action, place);
        return switch (name(keeper, action)) {
            case "GoTo" -> goTo(action, place);
            case "URI" -> link(action, place);
            default -> {
                tell(keeper, value, place);
                yield Optional.empty();
            }
        };
    }

    /** What opening the file may do: show a place in it. */
    Optional<Cos> onOpening(Cos value, Place place) {
        Cos found = keeper.resolve(value);
        if (found instanceof Cos.Arr) {
            return destinations.keep(value, place);
        }
        if (found instanceof Cos.Dict action && name(keeper, action).equals("GoTo")) {
            tellFurther(action, place);
            return goTo(action, place);
        }
        tell(keeper, value, place);
        return Optional.empty();
    }

    private Optional<Cos> goTo(Cos.Dict action, Place place) {
        return destinations
                .keep(action.get("D"), place.at("D"))
                .map(target -> Cos.Dict.EMPTY.with("S", Cos.name("GoTo")).with("D", target));
    }

    private Optional<Cos> link(Cos.Dict action, Place place) {
        if (!(keeper.resolve(action.get("URI")) instanceof Cos.Str raw)) {
            keeper.told().removed("pdf.link", place);
            return Optional.empty();
        }
        String text = TextStrings.text(raw);
        Optional<String> link = WebLink.canonical(text);
        if (link.isEmpty()) {
            keeper.told().removed("pdf.link", place, text);
            return Optional.empty();
        }
        if (!link.get().equals(raw.bytes())) {
            keeper.told().changed("pdf.link-form", place);
        }
        if (link.get().startsWith("http")) {
            keeper.told().session().leadsTo(link.get());
        }
        return Optional.of(Cos.Dict.EMPTY.with("S", Cos.name("URI")).with("URI", new Cos.Str(link.get())));
    }

    private void tellFurther(Cos.Dict action, Place place) {
        if (action.has("Next")) {
            keeper.told().removed("pdf.action", place.at("Next"));
        }
        if (action.has("IsMap") && keeper.resolve(action.get("IsMap")) instanceof Cos.Bool map && map.value()) {
            keeper.told().removed("pdf.action", place.at("IsMap"));
        }
    }

    private static String name(Keeper keeper, Cos.Dict action) {
        return keeper.resolve(action.get("S")) instanceof Cos.Name name ? name.text() : "";
    }

    /** Tells what an action that is dropped would have done; of a dictionary of actions, each. */
    static void tell(Keeper keeper, Cos value, Place place) {
        if (!(keeper.resolve(value) instanceof Cos.Dict dict)) {
            keeper.told().removed("pdf.action", place);
            return;
        }
        if (dict.has("S")) {
            String kind = name(keeper, dict);
            keeper.told().removed(finding(kind), place, kind);
            return;
        }
        dict.entries().entrySet().stream().limit(TOLD).forEach(trigger -> {
            String kind = keeper.resolve(trigger.getValue()) instanceof Cos.Dict action ? name(keeper, action) : "";
            keeper.told().removed(finding(kind), place.at(trigger.getKey()), kind);
        });
    }

    private static String finding(String kind) {
        return switch (kind) {
            case "JavaScript" -> "pdf.javascript";
            case "Launch" -> "pdf.launch";
            case "GoToR", "GoToE", "Thread" -> "pdf.remote-go-to";
            case "SubmitForm", "ImportData" -> "pdf.form-data";
            case "Rendition", "Movie", "Sound", "RichMediaExecute", "GoTo3DView" -> "pdf.media";
            default -> "pdf.action";
        };
    }
}
