package jp.kiyome.testcorpus.rtf;

import java.nio.charset.StandardCharsets;

/** Puts RTF files together. Checks nothing, so that they can be as wrong as a sample needs. */
final class Rtf {

    /** "本文" in the code page of Japanese files. */
    static final String SHOWN = "\\'96\\'7b\\'95\\'b6";

    private static final String HEAD =
            "{\\rtf1\\ansi\\ansicpg932\\deff0{\\fonttbl{\\f0\\fnil\\fcharset128 MS Mincho;}{\\f1\\fswiss\\fcharset0 Arial;}}"
                    + "{\\colortbl;\\red255\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}}";

    private Rtf() {}

    /** A document with this body, and a paragraph that is shown. */
    static byte[] of(String body) {
        return bytes(HEAD + "\\pard " + body + "{\\f0 " + SHOWN + " shown\\par}}");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte b : bytes) {
            hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return hex.toString();
    }
}
