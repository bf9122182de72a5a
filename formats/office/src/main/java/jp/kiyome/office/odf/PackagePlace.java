package jp.kiyome.office.odf;

import java.util.Optional;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.zip.ZipMember;

/** A document in a package: pictures and documents are members, named by paths from its folder. */
final class PackagePlace implements Place {

    private final OdfPackage source;
    private final Documents.Inside document;
    private final Pictures.OfPackage pictures;
    private final Documents documents;

    PackagePlace(OdfPackage source, Documents.Inside document, Pictures.OfPackage pictures, Documents documents) {
        this.source = source;
        this.document = document;
        this.pictures = pictures;
        this.documents = documents;
    }

    @Override
    public String picture(Utf8 address, boolean beside) {
        Optional<String> path = Place.inside(address.toString());
        if (path.isEmpty()) {
            return "link.image";
        }
        Optional<ZipMember> member = source.member(document.from() + path.get()).or(() -> source.member(path.get()));
        if (member.isEmpty()) {
            return "odf.missing-part";
        }
        Optional<Pictures.OfPackage.Placed> placed = pictures.place(member.get(), document.to(), beside);
        if (placed.isEmpty()) {
            return "layout.cache";
        }
        address.set(placed.get().address());
        return FilterHost.ACCEPTED;
    }

    @Override
    public String document(Utf8 address) {
        Optional<String> path = Place.inside(address.toString());
        if (path.isEmpty()) {
            return "active.ole-link";
        }
        String folder = path.get().endsWith("/") ? path.get() : path.get() + "/";
        Optional<Documents.Inside> inside =
                documents.carry(document.from() + folder, document).or(() -> documents.carry(folder, document));
        if (inside.isEmpty()) {
            return "active.ole-object";
        }
        String to = inside.get().to();
        address.set("./" + to.substring(0, to.length() - 1));
        return FilterHost.ACCEPTED;
    }

    @Override
    public String pictureData(Utf8 base64) {
        return "structure.attribute-value";
    }
}
