package jp.kiyome.testcorpus.command;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;
import jp.kiyome.testcorpus.picture.Similarity;

/**
 * Compares page pictures and texts of two folders: {@code PageCompare BEFORE AFTER}, where each holds {@code NAME.txt} and
 * {@code NAME-PAGE.png}. Prints a line a file; ends with 1 when less than 95 in 100 files are alike on every page.
 */
public final class PageCompare {

    private static final double ALIKE = 0.98;
    private static final double SHARE = 0.95;

    private PageCompare() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: PageCompare BEFORE AFTER");
            System.exit(64);
        }
        Path before = Path.of(args[0]);
        Path after = Path.of(args[1]);
        File[] texts = files(before, ".txt");
        int alike = 0;
        int sameText = 0;
        System.out.printf("%-60s %6s %8s %s%n", "file", "pages", "SSIM", "text");
        for (File text : texts) {
            String name = text.getName().substring(0, text.getName().length() - ".txt".length());
            double similarity = similarity(before, after, name);
            boolean same = text(before, name).equals(text(after, name));
            alike += similarity >= ALIKE ? 1 : 0;
            sameText += same ? 1 : 0;
            String mark = (similarity < ALIKE ? "  <- pages differ" : "") + (same ? "" : "  <- text differs");
            int pages = files(before, name).length;
            System.out.printf(Locale.ROOT, "%-60s %6d %8.4f %s%s%n", name, pages, similarity, same ? "same" : "other", mark);
        }
        System.out.printf("%d files, %d alike on every page, %d with the same text%n", texts.length, alike, sameText);
        System.exit(alike >= SHARE * texts.length ? 0 : 1);
    }

    private static String text(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".txt");
        return Files.exists(file) ? Files.readString(file).strip() : "(no file)";
    }

    /** Of the least alike page; 0 when a page is missing on either side. */
    private static double similarity(Path before, Path after, String name) throws IOException {
        File[] pages = files(before, name);
        if (pages.length == 0 || pages.length != files(after, name).length) {
            return 0;
        }
        double least = 1;
        for (File page : pages) {
            File other = after.resolve(page.getName()).toFile();
            least = Math.min(least, other.exists() ? Similarity.of(grey(page), grey(other)) : 0);
        }
        return least;
    }

    /** The pages of a file, or with a dot in front every file of that extension. */
    private static File[] files(Path folder, String name) {
        File[] found = folder.toFile().listFiles((dir, file) -> name.startsWith(".")
                ? file.endsWith(name)
                : file.startsWith(name + "-") && file.endsWith(".png"));
        if (found == null) {
            return new File[0];
        }
        Arrays.sort(found);
        return found;
    }

    private static int[][] grey(File png) throws IOException {
        BufferedImage image = ImageIO.read(png);
        Raster raster = image.getRaster();
        int[][] rows = new int[image.getHeight()][image.getWidth()];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                rows[y][x] = raster.getSample(x, y, 0);
            }
        }
        return rows;
    }
}
