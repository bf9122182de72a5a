package jp.kiyome.testcorpus.command;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import jp.kiyome.testcorpus.picture.Similarity;

/**
 * Compares page pictures and texts of two folders: {@code PageCompare BEFORE AFTER LIST}, where the folders hold
 * {@code NAME.txt} and {@code NAME-PAGE.png} for each line NAME of LIST. Prints a line a file; ends with 1 when less than 95 in
 * 100 files are alike on every page.
 */
public final class PageCompare {

    private static final double ALIKE = 0.98;
    private static final double SHARE = 0.95;

    private final Path before;
    private final Path after;
    private int alike;
    private int sameText;

    private PageCompare(Path before, Path after) {
        this.before = before;
        this.after = after;
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("usage: PageCompare BEFORE AFTER LIST");
            System.exit(64);
        }
        List<String> names = Files.readAllLines(Path.of(args[2]));
        PageCompare compare = new PageCompare(Path.of(args[0]), Path.of(args[1]));
        System.out.printf("%-60s %6s %8s %s%n", "file", "pages", "SSIM", "text");
        for (String name : names) {
            compare.file(name);
        }
        System.out.printf(
                "%d files, %d alike on every page, %d with the same text%n",
                names.size(), compare.alike, compare.sameText);
        System.exit(compare.alike >= SHARE * names.size() ? 0 : 1);
    }

    private void file(String name) throws IOException {
        double similarity = similarity(name);
        boolean same = text(before, name).equals(text(after, name));
        alike += similarity >= ALIKE ? 1 : 0;
        sameText += same ? 1 : 0;
        System.out.printf(
                Locale.ROOT,
                "%-60s %6d %8.4f %s%s%n",
                name,
                pages(before, name).length,
                similarity,
                same ? "same" : "other",
                similarity < ALIKE ? "  <- pages differ" : "");
    }

    /** Words with one blank between them: where a line breaks is for the pictures to tell. */
    private static String text(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".txt");
        return Files.exists(file) ? Files.readString(file).strip().replaceAll("\\s+", " ") : "(no file)";
    }

    /** Of the least alike page; 0 when a page is missing on either side. */
    private double similarity(String name) throws IOException {
        File[] pages = pages(before, name);
        if (pages.length == 0 || pages.length != pages(after, name).length) {
            return 0;
        }
        double least = 1;
        for (File page : pages) {
            File other = after.resolve(page.getName()).toFile();
            least = Math.min(least, other.exists() ? Similarity.of(grey(page), grey(other)) : 0);
        }
        return least;
    }

    private static File[] pages(Path folder, String name) {
        File[] found = folder.toFile()
                .listFiles((dir, file) -> file.startsWith(name + "-")
                        && file.substring(name.length()).matches("-[0-9]+\\.png"));
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
