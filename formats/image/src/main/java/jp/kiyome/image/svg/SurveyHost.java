package jp.kiyome.image.svg;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.ElementType;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.spi.Session;

/** A walk over what stays: takes down the names and who refers to whom. One document, one thread. */
final class SurveyHost extends SvgHost {

    private static final Set<String> NOT_PAINTED = Set.of("linearGradient", "radialGradient", "stop", "style", "title");

    /** What a rule of a style sheet refers to. */
    private static final class Rule implements Names {
        private final Names names;
        final Set<String> classes = new HashSet<>();
        final Set<String> targets = new HashSet<>();

        Rule(Names names) {
            this.names = names;
        }

        @Override
        public Optional<String> given(Kind kind, String name) {
            return names.given(kind, name);
        }

        @Override
        public Optional<String> referred(Kind kind, String name) {
            if (kind == Kind.CLASS) {
                classes.add(name);
            } else {
                targets.add(name);
            }
            return names.referred(kind, name);
        }
    }

    private final SurveyedNames names;
    private final ReferenceGraph graph = new ReferenceGraph();

    SurveyHost(Session session, SurveyedNames names) {
        this(session, names, new Referring(names));
    }

    private SurveyHost(Session session, SurveyedNames names, Referring referring) {
        super(session, referring);
        referring.graph = graph;
        this.names = names;
    }

    /** Tells the graph of references as they are read. */
    private static final class Referring implements Names {
        private final Names names;
        private ReferenceGraph graph = new ReferenceGraph();

        Referring(Names names) {
            this.names = names;
        }

        @Override
        public Optional<String> given(Kind kind, String name) {
            return names.given(kind, name);
        }

        @Override
        public Optional<String> referred(Kind kind, String name) {
            if (kind == Kind.ID) {
                graph.refer(name);
            }
            return names.referred(kind, name);
        }
    }

    /** The uses that would draw themselves. Throws {@link jp.kiyome.core.finding.Refusal} for what cannot be drawn. */
    Set<Long> circularUses() {
        return graph.circularUses();
    }

    @Override
    public void found(String code, Action action, String place, String detail) {
        // the first walk has reported
    }

    @Override
    boolean ours() {
        return true;
    }

    @Override
    String sheet(String text, XmlName element) {
        for (String one : text.split("(?<=})", -1)) {
            Rule rule = new Rule(names);
            StyleSheet.of(one, rule, losses(element));
            graph.refer(rule.classes, rule.targets);
        }
        return text;
    }

    @Override
    public ElementHook hook(ElementType type) {
        return new ElementHook() {
            @Override
            public Fate start(XmlName name, Attributes attributes) {
                graph.start(
                        attributes.text("id"),
                        attributes.text("class"),
                        !NOT_PAINTED.contains(name.local()),
                        name.is("svg:use"),
                        attributes.ordinal());
                return Fate.keep();
            }

            @Override
            public void end(XmlName name) {
                graph.end();
            }
        };
    }
}
