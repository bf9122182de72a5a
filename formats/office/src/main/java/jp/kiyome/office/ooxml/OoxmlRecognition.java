package jp.kiyome.office.ooxml;

import java.util.List;
import java.util.Optional;
import jp.kiyome.container.xml.XmlOddities;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipArchive;
import jp.kiyome.container.zip.ZipListing;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.type.FileType;

/** Tells office files apart: by the content type of the main part, as office programs do. */
final class OoxmlRecognition {

    private static final String RELATIONSHIPS = "_rels/.rels";

    private OoxmlRecognition() {}

    static Optional<FileType> recognize(Content content, Budget budget) {
        if (!ZipArchive.looksLikeZip(content)) {
            return Optional.empty();
        }
        Optional<ZipListing> listing = ZipArchive.listing(content);
        if (listing.isEmpty() || !plausible(listing.get().names())) {
            return Optional.empty();
        }
        Budget own = budget.again(content.size());
        return byMainPart(listing.get(), own).or(() -> byFolders(listing.get().names()));
    }

    private static boolean plausible(List<String> names) {
        return names.stream().anyMatch(OpcPackage.CONTENT_TYPES::equalsIgnoreCase)
                || byFolders(names).isPresent();
    }

    private static Optional<FileType> byMainPart(ZipListing listing, Budget budget) {
        try (ZipArchive archive = listing.open(budget, finding -> {})) {
            Optional<ZipMember> types = archive.memberIgnoringCase(OpcPackage.CONTENT_TYPES);
            Optional<ZipMember> relationships = archive.memberIgnoringCase(RELATIONSHIPS);
            if (types.isEmpty() || relationships.isEmpty()) {
                return Optional.empty();
            }
            ContentTypes contentTypes = new ContentTypes(reader(archive, types.get()));
            return mainPart(reader(archive, relationships.get()))
                    .flatMap(name -> OoxmlType.ofMainPart(contentTypes.of(name)))
                    .map(OoxmlType::fileType);
        } catch (LimitReached whole) {
            throw whole;
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    private static XmlReader reader(ZipArchive archive, ZipMember member) {
        return OoxmlRules.all().list().reader(archive.open(member), 16, new XmlOddities() {
            @Override
            public void comment() {}

            @Override
            public void processingInstruction() {}
        });
    }

    private static Optional<String> mainPart(XmlReader reader) {
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            if (event == XmlReader.Event.START
                    && reader.name().is("rels:Relationship")
                    && OoxmlRules.all()
                            .kinds()
                            .shortened(reader.attributes().text("Type"))
                            .equals("officeDocument")) {
                return PartName.resolve("", reader.attributes().text("Target"));
            }
        }
        return Optional.empty();
    }

    /** For files so broken that only their members' names tell what they were meant to be. */
    private static Optional<FileType> byFolders(List<String> names) {
        return names.stream()
                .map(name -> switch (name.toLowerCase(java.util.Locale.ROOT)) {
                    case "word/document.xml" -> "docx";
                    case "xl/workbook.xml" -> "xlsx";
                    case "xl/workbook.bin" -> "xlsb";
                    case "ppt/presentation.xml" -> "pptx";
                    default -> "";
                })
                .filter(id -> !id.isEmpty())
                .findFirst()
                .flatMap(id -> OoxmlType.supportedTypes().stream()
                        .filter(type -> type.id().equals(id))
                        .findFirst());
    }
}
