package jp.kiyome.office.odf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipArchive;
import jp.kiyome.container.zip.ZipListing;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.type.FileType;

/**
 * Tells OpenDocument files apart: a package by its member {@code mimetype} (OpenDocument 1.3 part 2 §3.3), or where that is missing
 * by its manifest; a flat file by its root and {@code office:mimetype} (part 3 §3.1.2).
 */
final class OdfRecognition {

    private static final int LONGEST_MIMETYPE = 128;
    private static final int SEARCHED = 4096;
    private static final byte[] ROOT = "office:document".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern OLD = Pattern.compile(
            "manifest:media-type=\"(application/vnd\\.sun\\.xml\\.[a-z.]{1,20})\"[^>]{0,80}manifest:full-path=\"/\"");

    private OdfRecognition() {}

    static Optional<FileType> recognize(Content content, Budget budget) {
        Optional<OdfType> type = ZipArchive.looksLikeZip(content) ? packed(content, budget) : flat(content);
        return type.map(OdfType::fileType);
    }

    private static Optional<OdfType> packed(Content content, Budget budget) {
        Optional<ZipListing> listing = ZipArchive.listing(content);
        boolean plausible = listing.isPresent()
                && listing.get().names().stream().anyMatch(n -> n.equals("mimetype") || n.equals(OdfPackage.MANIFEST));
        if (!plausible) {
            return Optional.empty();
        }
        try (ZipArchive archive = listing.get().open(budget.again(content.size()), finding -> {})) {
            Optional<OdfType> said = archive.member("mimetype").flatMap(member -> said(archive, member));
            return said.isPresent()
                    ? said
                    : archive.member(OdfPackage.MANIFEST)
                            .flatMap(member -> old(archive, member).or(() -> listed(archive, member)));
        } catch (LimitReached whole) {
            throw whole;
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    private static Optional<OdfType> said(ZipArchive archive, ZipMember member) {
        try (InputStream in = archive.open(member)) {
            String text = new String(in.readNBytes(LONGEST_MIMETYPE), StandardCharsets.US_ASCII);
            return OdfType.saying(text.strip(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came before 2005 has a manifest in another namespace and with a document type. It is told apart only to be blocked by its name. */
    private static Optional<OdfType> old(ZipArchive archive, ZipMember member) {
        try (InputStream in = archive.open(member)) {
            String start = new String(in.readNBytes(SEARCHED), StandardCharsets.US_ASCII);
            Matcher said = OLD.matcher(start);
            return said.find() ? OdfType.saying(said.group(1), false) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<OdfType> listed(ZipArchive archive, ZipMember member) {
        XmlReader reader = OdfRules.list().reader(archive.open(member), 16, OdfRules.SILENT);
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            if (event == XmlReader.Event.START
                    && reader.name().is("manifest:file-entry")
                    && reader.attributes().text("manifest:full-path").equals("/")) {
                return OdfType.saying(reader.attributes().text("manifest:media-type"), false);
            }
        }
        return Optional.empty();
    }

    private static Optional<OdfType> flat(Content content) {
        if (!mayBeFlat(content)) {
            return Optional.empty();
        }
        try {
            XmlReader reader = OdfRules.list().reader(content.stream(), 2, OdfRules.SILENT);
            if (reader.next() == XmlReader.Event.START && reader.name().is("office:document")) {
                return OdfType.saying(
                        reader.attributes().text("office:mimetype").strip(), true);
            }
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** Whether the name of the root stands near the beginning; with another prefix or in UTF-16 a file is no flat document here. */
    private static boolean mayBeFlat(Content content) {
        int length = (int) Math.min(SEARCHED, content.size());
        byte[] start = new byte[length];
        content.copy(0, start, 0, length);
        // Asked of every file there is: most are no XML.
        if (length == 0 || start[0] != '<' && start[0] != (byte) 0xEF && !Character.isWhitespace(start[0])) {
            return false;
        }
        for (int i = 0; i + ROOT.length <= length; i++) {
            if (start[i] == ROOT[0] && java.util.Arrays.equals(start, i, i + ROOT.length, ROOT, 0, ROOT.length)) {
                return true;
            }
        }
        return false;
    }
}
