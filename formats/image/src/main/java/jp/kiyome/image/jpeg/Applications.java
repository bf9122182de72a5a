package jp.kiyome.image.jpeg;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.exif.Exif;
import jp.kiyome.image.exif.Orientation;
import jp.kiyome.image.icc.IccProfile;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Removed;

/** What the application segments say that a reader shows: density, orientation, colours. Everything else in them is a finding. Not for sharing. */
final class Applications {

    /** Longer identifiers name nothing that we know. */
    private static final int MAX_IDENTIFIER = 40;

    private static final int NO_ADOBE = -1;

    private final AllowList allowed;
    private final Session session;
    private final List<byte[]> profileParts = new ArrayList<>();
    private long profileBytes;
    private boolean jfif;
    private Density density = Density.UNKNOWN;
    private int adobeTransform = NO_ADOBE;
    private boolean exifSeen;
    private Exif exif = Exif.NONE;

    Applications(AllowList allowed, Session session) {
        this.allowed = allowed;
        this.session = session;
    }

    /** @param segment what stands behind the length; {@code where} its place for findings */
    void read(int marker, ByteReader segment, String where) {
        String identifier = identifier(segment);
        String key = Marker.name(marker) + ":" + identifier;
        if (!allowed.names(key)) {
            key = "APP";
        }
        switch (key) {
            case "APP0:JFIF" -> readJfif(segment, where);
            case "APP1:Exif" -> readExif(segment, where);
            case "APP2:ICC_PROFILE" -> readProfilePart(segment, where);
            case "APP14:Adobe" -> readAdobe(segment, where);
            default -> session.found(Removed.from(allowed.entry(key).argument(), where));
        }
    }

    private static String identifier(ByteReader segment) {
        byte[] head = segment.bytes((int) Math.min(MAX_IDENTIFIER, segment.remaining()));
        segment.seek(segment.end() - segment.remaining() - head.length);
        int length = 0;
        while (length < head.length && head[length] > 0x20 && head[length] < 0x7F) {
            length++;
        }
        return new String(head, 0, length, StandardCharsets.US_ASCII);
    }

    private void readJfif(ByteReader in, String where) {
        if (in.remaining() < 14) {
            session.found(Removed.from("image.application-segment", where));
            return;
        }
        in.skip(7);
        Density read = new Density(in.u8(), in.u16be(), in.u16be());
        if (!jfif && read.valid()) {
            density = read;
        }
        jfif = true;
        in.skip(2);
        if (in.remaining() > 0) {
            session.found(Removed.from("image.thumbnail", where));
        }
    }

    private void readExif(ByteReader in, String where) {
        if (in.remaining() > 6) {
            in.skip(6);
            byte[] tiff = in.bytes((int) in.remaining());
            if (!exifSeen) {
                exif = Exif.read(tiff);
                exifSeen = true;
                if (Exif.isMinimal(tiff)) {
                    return;
                }
            }
        }
        session.found(Removed.from("image.exif", where));
    }

    private void readProfilePart(ByteReader in, String where) {
        if (in.remaining() < 14) {
            session.found(Removed.from("image.application-segment", where));
            return;
        }
        in.skip(12);
        profileBytes += in.remaining();
        if (profileBytes <= IccProfile.MAX_BYTES) {
            profileParts.add(in.bytes((int) in.remaining()));
        }
    }

    private void readAdobe(ByteReader in, String where) {
        if (in.remaining() < 12) {
            session.found(Removed.from("image.application-segment", where));
            return;
        }
        in.skip(11);
        adobeTransform = in.u8();
        if (in.remaining() > 0) {
            session.found(Removed.from("image.gap", where));
        }
    }

    ColourModel colours(Frame frame) {
        return ColourModel.of(frame, jfif, adobeTransform);
    }

    /** Where JFIF gives no absolute density, that of Exif is as good (JFIF wins in the readers we know). */
    Density density() {
        Density fromExif = new Density(exif.unit(), exif.xResolution(), exif.yResolution());
        return !density.absolute() && density.x() == density.y() && fromExif.absolute() && fromExif.valid()
                ? fromExif
                : density;
    }

    Orientation orientation() {
        return exif.orientation();
    }

    /** The profile that the APP2 segments make up together (ICC.1:2022 B.4), rebuilt. */
    IccProfile profile(ColourModel colours) {
        if (profileParts.isEmpty()) {
            return IccProfile.NONE;
        }
        IccProfile.Space space =
                switch (colours) {
                    case GRAY -> IccProfile.Space.GRAY;
                    case YCBCR, RGB -> IccProfile.Space.RGB;
                    case CMYK, ADOBE_CMYK, ADOBE_YCCK -> IccProfile.Space.CMYK;
                };
        return IccProfile.rebuild(ProfileParts.join(profileParts), space, session, "APP2 ICC_PROFILE");
    }
}
