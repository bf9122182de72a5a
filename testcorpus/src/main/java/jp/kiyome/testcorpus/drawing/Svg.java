package jp.kiyome.testcorpus.drawing;

import java.nio.charset.StandardCharsets;

/** Makes SVG documents. */
final class Svg {

    static final String XLINK = " xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    private Svg() {}

    /** A document of 100 by 100 with a rectangle, and more in it. */
    static byte[] with(String more) {
        return of("", more);
    }

    static byte[] of(String attributes, String content) {
        return document("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\"" + attributes
                + "><rect width=\"40\" height=\"30\" fill=\"#336699\"/>" + content + "</svg>");
    }

    static byte[] document(String markup) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + markup)
                .getBytes(StandardCharsets.UTF_8);
    }
}
