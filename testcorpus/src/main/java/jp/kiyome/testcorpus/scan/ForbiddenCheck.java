package jp.kiyome.testcorpus.scan;

import java.util.List;

/** Elements and attributes that {@link Lists} forbids, and more than one branch of alternate content. */
final class ForbiddenCheck implements Check {

    private final Lists lists = Lists.read();

    @Override
    public void look(Layer archive, Opc opc, Found found) {
        opc.xml().forEach((name, part) -> part.elements().forEach(e -> element(name, e, part.elements(), found)));
    }

    private void element(String part, Element e, List<Element> all, Found found) {
        if (lists.elements().contains(e.name())) {
            found.vector(part, e);
        }
        if (lists.elements().contains(e.name() + ".link")
                && !e.attribute("r:link").isEmpty()) {
            found.vector(part, e);
        }
        e.attributes().forEach((name, value) -> {
            if (lists.attributes().contains(name) && !value.isEmpty()) {
                found.vector(part, e);
            }
            if (name.startsWith("xmlns:") && !lists.knowsNamespace(value)) {
                found.structure(part, "namespace " + value);
            }
        });
        if (e.is("o:OLEObject") && !e.attribute("Type").equals("Embed")) {
            found.vector(part, e);
        }
        if (e.is("mc:AlternateContent")) {
            long branches = all.stream().filter(b -> b.parent() == e).count();
            if (branches > 1) {
                found.vector(part, "alternate content with " + branches + " branches");
            }
        }
        source(part, e, found);
    }

    /** Pictures and fills that name where they are to be fetched. */
    private static void source(String part, Element e, Found found) {
        boolean vml = e.name().startsWith("v:");
        if ((vml && !e.attribute("src").isEmpty()) || !e.attribute("r:href").isEmpty()) {
            found.vector(part, e);
        }
        if (vml && !e.attribute("href").isEmpty() && !Links.harmless(e.attribute("href"))) {
            found.vector(part, e);
        }
        if (e.is("a:blip") && !e.attribute("r:link").isEmpty()) {
            found.vector(part, e);
        }
        if (e.name().endsWith(":absPath")) {
            found.vector(part, e);
        }
    }
}
