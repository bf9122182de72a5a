package jp.kiyome.image.heif;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.box.Box;
import jp.kiyome.image.icc.IccProfile;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** The properties of items (23008-12 6.5), each value checked and written anew. One object, one file. */
final class Properties {

    /** 23008-12 6.5.8, 14496-12 12.1.5. */
    static final Set<String> ALPHA =
            Set.of("urn:mpeg:hevc:2015:auxid:1", "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha");

    private static final int LONGEST_URN = 64;
    private static final int CLAP_NUMBERS = 8;
    private static final Set<String> ONCE =
            Set.of("hvcC", "av1C", "ispe", "pixi", "pasp", "clap", "irot", "imir", "auxC");

    private final Content content;
    private final Session session;
    private final Coding coding;
    private final List<Box> table;

    Properties(Content content, Session session, Coding coding, List<Box> table) {
        this.content = content;
        this.session = session;
        this.coding = coding;
        this.table = table;
    }

    /** A property as it is written. */
    record Written(String type, Bytes contents, boolean essential) {}

    /** What an item keeps of its properties, in their order: that of transformations means something. */
    List<Written> of(Item item) {
        List<Written> kept = new ArrayList<>();
        for (Item.Use use : item.uses()) {
            Box box = box(use);
            AllowList.Entry entry = HeifReader.list("prop:", box.type());
            String place =
                    (HeifReader.LIST.names("prop:" + box.type()) ? box.type() : "property") + " of item " + item.id();
            boolean again = ONCE.contains(box.type())
                    && kept.stream().anyMatch(before -> before.type().equals(box.type()));
            if (again) {
                throw Refused.damaged("HEIF item with two properties of one kind, " + place);
            }
            if (entry.rule() == AllowList.Rule.REBUILD) {
                contents(box, place).ifPresent(bytes -> kept.add(new Written(box.type(), bytes, use.essential())));
            } else if (use.essential()) {
                throw Refused.unsupported("HEIF item that needs what is not known, " + place);
            } else {
                session.found(Removed.from(entry.argument(), place));
            }
        }
        return kept;
    }

    /** The property of that type that an item has. */
    Optional<Box> box(Item item, String type) {
        return item.uses().stream()
                .map(this::box)
                .filter(box -> box.type().equals(type))
                .findFirst();
    }

    private Box box(Item.Use use) {
        return table.get(use.index());
    }

    /** Whether an item says that it is the opacity of another. */
    boolean isAlpha(Item item) {
        return box(item, "auxC").map(box -> ALPHA.contains(urn(box))).orElse(false);
    }

    private String urn(Box box) {
        ByteReader in = box.open(content);
        in.skip(4);
        StringBuilder text = new StringBuilder();
        while (in.remaining() > 0 && text.length() < LONGEST_URN) {
            int c = in.u8();
            if (c == 0) {
                return text.toString();
            }
            text.append((char) c);
        }
        return "";
    }

    private Optional<Bytes> contents(Box box, String place) {
        ByteReader in = box.open(content);
        return switch (box.type()) {
            case "hvcC", "av1C" -> Optional.of(configuration(box, in, place));
            case "ispe" -> Optional.of(size(in));
            case "pixi" -> Optional.of(depths(in));
            case "colr" -> colour(in, place);
            case "pasp" -> Optional.of(numbers(in, 2));
            case "clap" -> Optional.of(numbers(in, CLAP_NUMBERS));
            case "irot" -> Optional.of(one(in, 3));
            case "imir" -> Optional.of(one(in, 1));
            case "auxC" -> Optional.of(alpha(box));
            default -> throw new IllegalStateException("listed and not built: " + box.type());
        };
    }

    private Bytes configuration(Box box, ByteReader in, String place) {
        if (!box.type().equals(coding.property())) {
            throw Refused.unsupported("HEIF of two codings");
        }
        return coding.configuration(in, session, place);
    }

    private Bytes size(ByteReader in) {
        in.skip(4);
        long width = in.u32be();
        long height = in.u32be();
        session.budget().pixels(width, height);
        return Bytes.of(new ByteWriter().u32be(0).u32be(width).u32be(height).toByteArray());
    }

    private static Bytes depths(ByteReader in) {
        in.skip(4);
        int channels = in.u8();
        if (channels < 1 || channels > 4) {
            throw Refused.damaged("HEIF of " + channels + " channels");
        }
        ByteWriter out = new ByteWriter().u32be(0).u8(channels);
        for (int i = 0; i < channels; i++) {
            int bits = in.u8();
            if (bits < 1 || bits > 16) {
                throw Refused.damaged("HEIF of " + bits + " bits a channel");
            }
            out.u8(bits);
        }
        return Bytes.of(out.toByteArray());
    }

    private Optional<Bytes> colour(ByteReader in, String place) {
        String kind = new String(in.bytes(4), StandardCharsets.ISO_8859_1);
        if (kind.equals("nclx")) {
            return Optional.of(Bytes.of(new ByteWriter()
                    .ascii(kind)
                    .bytes(in.bytes(6))
                    .u8(in.u8() & 0x80)
                    .toByteArray()));
        }
        boolean profile = kind.equals("prof") || kind.equals("rICC");
        if (!profile || in.remaining() > IccProfile.MAX_BYTES) {
            session.found(Removed.from("image.colour-profile", place));
            return Optional.empty();
        }
        byte[] bytes = in.bytes((int) in.remaining());
        IccProfile rebuilt = IccProfile.rebuild(bytes, space(bytes), session, place);
        return rebuilt.none()
                ? Optional.empty()
                : Optional.of(Bytes.of(
                        new ByteWriter().ascii("prof").bytes(rebuilt.bytes()).toByteArray()));
    }

    /** What the profile says of itself (ICC.1 7.2.8): how many channels a picture has stands in its units. */
    private static IccProfile.Space space(byte[] profile) {
        boolean grey = profile.length > 19 && profile[16] == 'G' && profile[17] == 'R';
        return grey ? IccProfile.Space.GRAY : IccProfile.Space.RGB;
    }

    private static Bytes numbers(ByteReader in, int count) {
        ByteWriter out = new ByteWriter();
        for (int i = 0; i < count; i++) {
            long value = in.u32be();
            boolean divides = count == 2 || i % 2 == 1;
            if (value == 0 && divides) {
                throw Refused.damaged("HEIF with a fraction of zero");
            }
            out.u32be(value);
        }
        return Bytes.of(out.toByteArray());
    }

    private static Bytes one(ByteReader in, int mask) {
        return Bytes.of(new ByteWriter().u8(in.u8() & mask).toByteArray());
    }

    private Bytes alpha(Box box) {
        String urn = urn(box);
        if (!ALPHA.contains(urn)) {
            throw Refused.unsupported("HEIF whose picture is an auxiliary one");
        }
        return Bytes.of(new ByteWriter().u32be(0).ascii(urn).u8(0).toByteArray());
    }
}
