package jp.kiyome.core.jail.drawing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The least PDF file with some pages (ISO 32000-1, annex H). Stateless. */
public final class SamplePdf {

    private SamplePdf() {}

    /**
     * One page for each text.
     *
     * @param width in points
     */
    public static byte[] pages(int width, int height, String... texts) {
        List<String> objects = new ArrayList<>();
        String kids = IntStream.range(0, texts.length)
                .mapToObj(page -> (4 + 2 * page) + " 0 R")
                .collect(Collectors.joining(" "));
        objects.add("<</Type/Catalog/Pages 2 0 R>>");
        objects.add("<</Type/Pages/Kids[" + kids + "]/Count " + texts.length + "/MediaBox[0 0 " + width + " " + height
                + "]>>");
        objects.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        for (String text : texts) {
            String drawn = "BT /F 24 Tf 72 " + (height - 100) + " Td (" + text + ") Tj ET";
            objects.add("<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>>>/Contents " + (objects.size() + 2)
                    + " 0 R>>");
            objects.add("<</Length " + drawn.length() + ">>stream\n" + drawn + "\nendstream");
        }
        return file(objects).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String file(List<String> objects) {
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            String place = "000000000" + file.length();
            table.append(place.substring(place.length() - 10)).append(" 00000 n \n");
            file.append(i + 1).append(" 0 obj").append(objects.get(i)).append("endobj\n");
        }
        int start = file.length();
        return file.append("xref\n0 " + (objects.size() + 1) + "\n")
                .append(table)
                .append("trailer<</Size " + (objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n")
                .toString();
    }
}
