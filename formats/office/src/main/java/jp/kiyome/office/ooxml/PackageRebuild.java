package jp.kiyome.office.ooxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.container.xml.XmlFilter;
import jp.kiyome.container.zip.Storage;
import jp.kiyome.container.zip.ZipOutput;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.type.FileType;
import jp.kiyome.office.xlsb.BinaryPart;
import jp.kiyome.office.xlsb.Book;

/** Rebuilds a package: each carried part in the order of the walk, then what ties them together. */
final class PackageRebuild {

    private final PackageWalk walk;
    private final ZipOutput out;
    private final Map<String, PartScope> scopes = new LinkedHashMap<>();
    private final Facts facts;

    PackageRebuild(PackageWalk walk, ZipOutput out) {
        this.walk = walk;
        this.out = out;
        this.facts = Facts.of(walk);
    }

    void run() {
        PartScope root = walk.begin();
        for (Optional<CarriedPart> part = walk.next(); part.isPresent(); part = walk.next()) {
            write(part.get());
        }
        root.reportUnnamed();
        scopes.values().forEach(PartScope::reportUnnamed);
        walk.reportUnreferenced();
        PackageWriter writer = new PackageWriter(walk.kinds(), strict());
        member(OpcPackage.CONTENT_TYPES, Storage.DEFLATED, writer.contentTypes(walk.carried()));
        member(PartName.relationshipsOf(""), Storage.DEFLATED, writer.relationships("", root.kept()));
        out.finish(order(writer));
    }

    private List<String> order(PackageWriter writer) {
        List<String> order = new ArrayList<>(List.of(OpcPackage.CONTENT_TYPES, PartName.relationshipsOf("")));
        for (CarriedPart part : walk.carried()) {
            order.add(part.outputName());
            PartScope scope = scopes.get(part.outputName());
            if (scope != null && !scope.kept().isEmpty()) {
                String name = PartName.relationshipsOf(part.outputName());
                member(name, Storage.DEFLATED, writer.relationships(part.outputName(), scope.kept()));
                order.add(name);
            }
        }
        return order;
    }

    private void write(CarriedPart part) {
        if (part.kind().filtered()) {
            filter(part);
        } else if (part.rebuilt().isPresent()) {
            member(part.outputName(), Storage.STORED, part.rebuilt().get());
        } else {
            Nested.Clean picture = walk.embedding().picture(part.member());
            part.becomes(picture.type().extensions().getFirst(), contentType(picture.type()));
            member(part.outputName(), storage(picture.type().id()), picture.content());
        }
    }

    /** Metafiles have names in packages that are older than those of RFC 7903. */
    private static String contentType(FileType picture) {
        return switch (picture.id()) {
            case "emf" -> "image/x-emf";
            case "wmf" -> "image/x-wmf";
            default -> picture.mediaType();
        };
    }

    /** Formats that compress on their own gain nothing from being deflated again. */
    private static Storage storage(String pictureType) {
        return switch (pictureType) {
            case "bmp", "tiff", "emf", "wmf", "svg" -> Storage.DEFLATED;
            default -> Storage.STORED;
        };
    }

    private void filter(CarriedPart part) {
        PartScope scope = new PartScope(walk, part.kind(), part.member().name());
        scopes.put(part.outputName(), scope);
        try (OutputStream member = out.member(part.outputName(), Storage.DEFLATED)) {
            if (part.kind().xml()) {
                elements(part, scope, member);
            } else {
                records(part, scope, member);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal refusal) {
            throw InPart.named(refusal, part.member().name());
        }
        scope.followImplicit();
    }

    private void records(CarriedPart part, PartScope scope, OutputStream member) throws IOException {
        BinaryHost host = new BinaryHost(walk, scope);
        Book book = facts.binary()
                .orElseThrow(() -> Refusal.of("structure.part-kind", part.kind().name()));
        try (InputStream in = out.source(part.member(), walk.opc().open(part.member()))) {
            BinaryPart.copy(part.kind().records(), book, new BinarySource(walk.opc(), part.member()), in, member, host);
        }
        host.report(part.member());
    }

    private void elements(CarriedPart part, PartScope scope, OutputStream member) throws IOException {
        PartHost host = new PartHost(walk, scope, part, facts);
        int depth = walk.session().budget().limits().xmlDepth();
        try (InputStream in = out.source(part.member(), walk.opc().open(part.member()))) {
            XmlFilter.filter(walk.rules().list(), List.of(part.kind().root()), host, in, member, depth);
        }
        host.report();
    }

    private void member(String name, Storage storage, Content content) {
        try (OutputStream member = out.member(name, storage);
                InputStream in = content.stream()) {
            in.transferTo(member);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean strict() {
        return walk.opc().strict();
    }
}
