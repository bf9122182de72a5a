package jp.kiyome.office.rtf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Character sets of fonts and files (RTF 1.9.1, "Font Table", "Character Set"). */
final class CodePages {

    static final int WESTERN = 1252;

    private CodePages() {}

    /** The code page of a font by its {@code \fcharset}. */
    static int ofFont(int charset, int file) {
        return switch (charset) {
            case 78, 128 -> 932;
            case 129 -> 949;
            case 130 -> 1361;
            case 134 -> 936;
            case 136 -> 950;
            case 161 -> 1253;
            case 162 -> 1254;
            case 163 -> 1258;
            case 177 -> 1255;
            case 178 -> 1256;
            case 186 -> 1257;
            case 204 -> 1251;
            case 222 -> 874;
            case 238 -> 1250;
            case 0, 2 -> WESTERN;
            default -> file;
        };
    }

    /** Whether a byte begins a character of two bytes. */
    static boolean leads(int codePage, int value) {
        return switch (codePage) {
            case 932 -> value >= 0x81 && value <= 0x9F || value >= 0xE0 && value <= 0xFC;
            case 936, 949, 950, 1361 -> value >= 0x81 && value <= 0xFE;
            default -> false;
        };
    }

    static Charset charset(int codePage) {
        String name =
                switch (codePage) {
                    case 932 -> "windows-31j";
                    case 936 -> "GBK";
                    case 949 -> "x-windows-949";
                    case 950 -> "x-windows-950";
                    case 874 -> "x-windows-874";
                    case 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258 -> "windows-" + codePage;
                    case 65001 -> "UTF-8";
                    default -> "ISO-8859-1";
                };
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }
}
