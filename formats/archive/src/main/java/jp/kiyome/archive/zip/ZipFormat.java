package jp.kiyome.archive.zip;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.archive.ArchiveFormat;
import jp.kiyome.archive.ArchiveReader;
import jp.kiyome.archive.ArchiveWriter;
import jp.kiyome.archive.Style;
import jp.kiyome.container.zip.ZipArchive;
import jp.kiyome.container.zip.ZipListing;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** ZIP archives; not the many other formats that are written in one. */
public final class ZipFormat implements ArchiveFormat {

    public static final FileType TYPE = FileType.of("zip", "application/zip", "zip", "sfz", "p2z");

    private static final FileType JAR = FileType.of("jar", "application/java-archive", "jar", "war", "ear");
    private static final FileType APK = FileType.of("apk", "application/vnd.android.package-archive", "apk");
    private static final FileType EPUB = FileType.of("epub", "application/epub+zip", "epub");

    /** Members by which packages of Office programs are known; they are another handler's, or nobody's. */
    private static final Set<String> OFFICE = Set.of(
            "[content_types].xml",
            "word/document.xml",
            "xl/workbook.xml",
            "ppt/presentation.xml",
            "mimetype",
            "meta-inf/manifest.xml");

    /** A part of a split archive, or the only one (APPNOTE 8.5.4, 8.5.5). */
    private static final Set<Long> SPLIT = Set.of(0x08074b50L, 0x30304b50L);

    /** Where the bytes of a first member that is called {@code mimetype} begin. */
    private static final int MIMETYPE_AT = 38;

    @Override
    public FileType type() {
        return TYPE;
    }

    @Override
    public List<FileType> unsupported() {
        return List.of(JAR, APK, EPUB);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        if (split(content)) {
            return Optional.of(TYPE);
        }
        if (!ZipArchive.looksLikeZip(content)) {
            return Optional.empty();
        }
        String mimetype = mimetype(content);
        if (!mimetype.isEmpty()) {
            return mimetype.startsWith(EPUB.mediaType()) ? Optional.of(EPUB) : Optional.empty();
        }
        Optional<ZipListing> listing = ZipArchive.listing(content);
        return listing.isEmpty() ? Optional.of(TYPE) : byNames(listing.get().names());
    }

    private static Optional<FileType> byNames(List<String> names) {
        if (names.stream().anyMatch(name -> OFFICE.contains(name.toLowerCase(Locale.ROOT)))) {
            return Optional.empty();
        }
        if (names.contains("AndroidManifest.xml")) {
            return Optional.of(APK);
        }
        return Optional.of(names.contains("META-INF/MANIFEST.MF") ? JAR : TYPE);
    }

    /** What a package says of itself in its first, stored member (OpenDocument 1.3 part 2, 3.3; EPUB OCF 4.3); else nothing. */
    private static String mimetype(Content content) {
        if (content.size() < MIMETYPE_AT + 30 || content.littleEndian(26, 2) != 8) {
            return "";
        }
        byte[] start = new byte[38];
        content.copy(30, start, 0, start.length);
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.startsWith("mimetypeapplication/") ? text.substring(8) : "";
    }

    private static boolean split(Content content) {
        return content.size() > 4 && SPLIT.contains(content.littleEndian(0, 4));
    }

    @Override
    public ArchiveReader open(Content content, Session session) {
        if (split(content)) {
            throw Refusal.of("zip.multi-disk", "");
        }
        return ZipReader.open(content, session);
    }

    @Override
    public ArchiveWriter writer(OutputStream out, Style style, Session session) {
        return new ZipWriter(out, style, session);
    }

    @Override
    public ArchiveWriter comparing(Content output, ArchiveReader reader, Style style, Session session) {
        return new ZipComparison((ZipReader) reader, output, style, session);
    }
}
