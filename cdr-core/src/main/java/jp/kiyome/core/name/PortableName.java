package jp.kiyome.core.name;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What Windows and POSIX systems both can store as one step of a path ("Naming Files, Paths, and Namespaces", Win32). */
final class PortableName {

    /** Bytes of UTF-8 in a name, at most, on the usual file systems. */
    private static final int MOST_BYTES = 255;

    private static final String NOT_ON_WINDOWS = "<>:\"|?*/\\";

    private static final Set<String> DEVICES = Set.of(
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6",
            "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³", "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6",
            "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³");

    private PortableName() {}

    static String of(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            text.append(NOT_ON_WINDOWS.indexOf(c) >= 0 ? '_' : c);
        }
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '.' || Character.isSpaceChar(text.charAt(end - 1)))) {
            end--;
        }
        text.setLength(end);
        if (end == 0) {
            return "unnamed";
        }
        if (isDevice(text.toString())) {
            text.insert(0, '_');
        }
        return shortened(text.toString());
    }

    /** Windows opens the device for {@code NUL.docx} too. */
    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return DEVICES.contains(stem.strip().toUpperCase(Locale.ROOT));
    }

    /** Takes characters from the end of the stem until the name fits. */
    static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - extension.length());
        while (bytes(stem) + bytes(extension) > MOST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
