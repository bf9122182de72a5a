package jp.kiyome.testcorpus.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** The pictures that an office file shows, as another decoder sees them. */
public final class ShownPictures {

    private ShownPictures() {}

    /** The PNG pictures inside a file of another kind, wherever they stand in it. */
    public static List<String> inside(byte[] file) {
        return EmbeddedPictures.of(file);
    }

    /** Size and hash of the pixels of each picture that the JDK can decode, in an order of their own. */
    public static List<String> of(byte[] file) {
        List<String> pictures = new ArrayList<>();
        for (Layer layer : Layers.of(file)) {
            if (layer.startsWith('P', 'K', 3, 4)) {
                Opc opc = Opc.of(layer);
                opc.reached().stream()
                        .filter(part -> opc.contentType(part).startsWith("image/"))
                        .forEach(part -> pictures.add(pixels(opc.members().getOrDefault(part, new byte[0]))));
            }
        }
        if (pictures.isEmpty()) {
            pictures.add(pixels(file));
        }
        return pictures.stream().filter(p -> !p.isEmpty()).sorted().toList();
    }

    static String pixels(byte[] picture) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            if (image == null) {
                return "";
            }
            int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return image.getWidth() + "x" + image.getHeight() + " " + Arrays.hashCode(rgb);
        } catch (IOException undecodable) {
            return "";
        }
    }
}
