package jp.kiyome.approval.print;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The objects of a file by their numbers, from 1, and the file that they make (ISO 32000-2, 7.5). All of it is ASCII. For one thread. */
final class PdfObjects {

    private final List<String> bodies = new ArrayList<>();

    /** A number whose object comes later. */
    int reserve() {
        bodies.add("");
        return bodies.size();
    }

    void set(int number, String body) {
        bodies.set(number - 1, body);
    }

    int add(String body) {
        int number = reserve();
        set(number, body);
        return number;
    }

    int addStream(String content) {
        return add("<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream");
    }

    byte[] file(int catalogue, int information) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(file, "%PDF-1.7\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int number = 1; number <= bodies.size(); number++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.size()));
            write(file, number + " 0 obj\n" + bodies.get(number - 1) + "\nendobj\n");
        }
        int size = bodies.size() + 1;
        int start = file.size();
        write(file, "xref\n0 " + size + "\n" + table);
        write(file, "trailer\n<</Size " + size + "/Root " + catalogue + " 0 R/Info " + information + " 0 R>>\n");
        write(file, "startxref\n" + start + "\n%%EOF\n");
        return file.toByteArray();
    }

    private static void write(ByteArrayOutputStream file, String text) {
        file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
