package jp.kiyome.cad.sxf;

import java.util.List;

/**
 * One feature of an SFC file.
 *
 * @param version what stands around it: {@code SXF}, {@code SXF3} or {@code SXF3.1}
 */
record Feature(String version, long id, String name, List<Parameter> parameters) {

    /**
     * What stands between quotes.
     *
     * @param text whether the quotes are those of a text, {@code \'}, and not those of numbers
     */
    record Parameter(String value, boolean text) {}

    /** The parameter at a place, as it is written. */
    String value(int place) {
        return parameters.get(place).value();
    }
}
