package jp.kiyome.image.jpeg;

/** Marker codes (T.81 table B.1). */
final class Marker {

    static final int SOF0 = 0xC0;
    static final int SOF1 = 0xC1;
    static final int SOF2 = 0xC2;
    static final int SOF9 = 0xC9;
    static final int SOF10 = 0xCA;
    static final int DAC = 0xCC;
    static final int DHT = 0xC4;
    static final int RST0 = 0xD0;
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int DQT = 0xDB;
    static final int DRI = 0xDD;
    static final int APP0 = 0xE0;
    static final int APP1 = 0xE1;
    static final int APP2 = 0xE2;
    static final int APP14 = 0xEE;
    static final int TEM = 0x01;

    private Marker() {}

    /** The name that the allow-list uses. */
    static String name(int code) {
        return switch (code) {
            case DHT -> "DHT";
            case 0xC8 -> "JPG";
            case DAC -> "DAC";
            case SOI -> "SOI";
            case EOI -> "EOI";
            case SOS -> "SOS";
            case DQT -> "DQT";
            case 0xDC -> "DNL";
            case DRI -> "DRI";
            case 0xDE -> "DHP";
            case 0xDF -> "EXP";
            case 0xFE -> "COM";
            case TEM -> "TEM";
            default -> {
                if (code >= 0xC0 && code <= 0xCF) {
                    yield "SOF" + (code - 0xC0);
                }
                if (code >= APP0 && code <= 0xEF) {
                    yield "APP" + (code - APP0);
                }
                yield restart(code) ? "RST" : "RES";
            }
        };
    }

    static boolean restart(int code) {
        return code >= RST0 && code < SOI;
    }

    static boolean application(int code) {
        return code >= APP0 && code <= 0xEF;
    }

    /** Whether the marker has no length and no data (T.81 B.1.1.3). */
    static boolean standsAlone(int code) {
        return restart(code) || code == SOI || code == EOI || code == TEM;
    }
}
