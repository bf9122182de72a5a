package jp.kiyome.cad.dxf;

import java.util.List;

/** The sections that stay, in the order in which programs write them. */
final class SectionOrder {

    static final List<String> NAMES = List.of("HEADER", "CLASSES", "TABLES", "BLOCKS", "ENTITIES", "OBJECTS");

    private SectionOrder() {}
}
