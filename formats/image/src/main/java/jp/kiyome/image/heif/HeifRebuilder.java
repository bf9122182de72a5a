package jp.kiyome.image.heif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.RasterRebuilder;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/**
 * Rebuilds HEIF pictures (ISO/IEC 23008-12) as far as their containers go: the primary picture, its tiles and its opacity, with checked
 * properties and units of the kinds that the list names. What a coded picture holds inside its units is carried over as it is, for nothing
 * in Java writes HEVC; so the policy lets no such file out unless it says otherwise. Stateless; may be shared.
 */
public final class HeifRebuilder implements RasterRebuilder {

    public static final FileType HEIF = FileType.of("heif", "image/heif", "heic", "heif");
    public static final FileType AVIF = FileType.of("avif", "image/avif", "avif");

    /** What becomes of a picture of which only the container is written anew. */
    public static final PolicyOption OPTION = PolicyOption.of("image.heif", "block", "hold", "pass");

    private static final String LEVEL = "image.container-level";
    private static final int MOST_GRID_BYTES = 12;

    private final FileType type;
    private final Coding coding;

    private HeifRebuilder(FileType type, Coding coding) {
        this.type = type;
        this.coding = coding;
    }

    /** For pictures coded by HEVC. */
    public static HeifRebuilder ofHevc() {
        return new HeifRebuilder(HEIF, new Hevc());
    }

    /** For pictures coded by AV1. */
    public static HeifRebuilder ofAv1() {
        return new HeifRebuilder(AVIF, new Av1());
    }

    @Override
    public FileType type() {
        return type;
    }

    @Override
    public void rebuild(Content content, Sink out, Session session) {
        switch (session.policy().choice(OPTION)) {
            case "pass" -> {}
            case "hold" -> {
                if (!session.policy().approves(LEVEL)) {
                    throw Refusal.untilApproved(LEVEL);
                }
            }
            default -> throw Refusal.of(LEVEL, "image.heif: block");
        }
        write(content, out, session);
        session.found(Removed.changed(LEVEL, "coded picture"));
    }

    @Override
    public void verify(Content output, Session session) {
        Sink again = session.scratch();
        write(output, again, session);
        OutputNotClean.unlessSame(output, again.finish());
    }

    private void write(Content content, Sink out, Session session) {
        HeifReader.Found found = new HeifReader(content, session, coding).read();
        HeifWriter writer = new HeifWriter();
        add(found.picture(), found.properties(), writer, content, session);
        found.alpha().ifPresent(alpha -> {
            int item = add(alpha, found.properties(), writer, content, session);
            writer.link("auxl", item, List.of(1));
        });
        writer.write(coding.brand(), out);
    }

    private int add(Picture picture, Properties properties, HeifWriter writer, Content content, Session session) {
        Item head = picture.head();
        if (head.type().equals(coding.item())) {
            return coded(head, properties, writer, content, session);
        }
        Sink data = session.scratch();
        Units.write(grid(bytes(head, content, session), picture.tiles().size(), session), data);
        List<Properties.Written> kept = sized(head, properties);
        int item = writer.add("grid", data.finish(), kept);
        List<Integer> tiles = new ArrayList<>();
        for (Item tile : picture.tiles()) {
            session.budget().checkTime();
            tiles.add(coded(tile, properties, writer, content, session));
        }
        writer.link("dimg", item, tiles);
        return item;
    }

    private int coded(Item item, Properties properties, HeifWriter writer, Content content, Session session) {
        List<Properties.Written> kept = sized(item, properties);
        ByteReader configuration = properties
                .box(item, coding.property())
                .orElseThrow(() -> Refused.damaged("HEIF item without its configuration"))
                .open(content);
        Sink units = session.scratch();
        coding.copy(bytes(item, content, session), configuration, units, session);
        return writer.add(coding.item(), units.finish(), kept);
    }

    private static List<Properties.Written> sized(Item item, Properties properties) {
        List<Properties.Written> kept = properties.of(item);
        if (kept.stream().noneMatch(of -> of.type().equals("ispe"))) {
            throw Refused.damaged("HEIF item without its size");
        }
        return kept;
    }

    /** The bytes of an item, put together. */
    private static Content bytes(Item item, Content content, Session session) {
        long size = item.places().stream()
                .mapToLong(range -> range.to() - range.from())
                .sum();
        session.budget().decode(size);
        Sink all = session.scratch();
        for (Item.Range range : item.places()) {
            Units.copy(new ByteReader(content, range.from(), range.to()), range.to() - range.from(), all);
        }
        return all.finish();
    }

    /** 23008-12 6.6.2.3.2. */
    private static ByteWriter grid(Content data, int tiles, Session session) {
        ByteReader in = new ByteReader(data);
        int version = in.u8();
        boolean wide = (in.u8() & 1) == 1;
        int rows = in.u8() + 1;
        int columns = in.u8() + 1;
        long width = wide ? in.u32be() : in.u16be();
        long height = wide ? in.u32be() : in.u16be();
        if (version != 0 || rows * columns != tiles) {
            throw Refused.damaged("HEIF grid of " + rows * columns + " with " + tiles + " tiles");
        }
        if (in.remaining() > 0 || data.size() > MOST_GRID_BYTES) {
            session.found(Removed.from("image.gap", "grid"));
        }
        session.budget().pixels(width, height);
        return new ByteWriter()
                .u8(0)
                .u8(1)
                .u8(rows - 1)
                .u8(columns - 1)
                .u32be(width)
                .u32be(height);
    }

    /** Tells the two apart: by the first brand that says how the picture is coded (ISO/IEC 14496-12 4.3). */
    public static Optional<FileType> recognize(Content content) {
        return Brands.coding(content).map(coding -> coding.equals("av01") ? AVIF : HEIF);
    }
}
