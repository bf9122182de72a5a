package jp.kiyome.testcorpus.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What PDFBox sees of a file. It guards against nothing: only for files that are small. Stateless. */
public final class SecondReader {

    private static final float DPI = 36;

    private SecondReader() {}

    /** How many pages, and the text of all. */
    public static String text(byte[] file, String password) {
        try (PDDocument document = Loader.loadPDF(file, password)) {
            return document.getNumberOfPages() + " pages\n" + new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Size and hash of each page as it is drawn, pictures and annotations with it. */
    public static List<String> pages(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<String> pages = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                BufferedImage page = renderer.renderImageWithDPI(i, DPI);
                int[] rgb = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
                pages.add(page.getWidth() + "x" + page.getHeight() + " " + Arrays.hashCode(rgb));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean opens(byte[] file, String password) {
        try (PDDocument document = Loader.loadPDF(file, password)) {
            return document.getNumberOfPages() > 0;
        } catch (IOException refused) {
            return false;
        }
    }
}
