package jp.kiyome.pdf.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.pdf.allow.AllowList;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.read.PdfFile;
import jp.kiyome.pdf.write.CleanFile;
import jp.kiyome.pdf.write.StreamStore;

/** From an open file to a clean one: pages, then all that the catalogue leads to, then what is drawn. Not thread-safe. */
public final class Rebuild {

    private final PdfFile file;
    private final CleanFile clean = new CleanFile();
    private final Keeper keeper;
    private final Destinations destinations;
    private final Contents contents;
    private final Fonts fonts;

    private Rebuild(PdfFile file, StreamStore store, Session session) {
        this.file = file;
        this.keeper = new Keeper(file.objects(), clean, store, session);
        this.destinations = new Destinations(keeper);
        ColourSpaces spaces = new ColourSpaces(keeper);
        Images images = new Images(keeper, spaces);
        this.contents = new Contents(keeper, images, spaces);
        this.fonts = new Fonts(keeper);
        Actions actions = new Actions(keeper, destinations);
        new SmallRules(keeper).register();
        fonts.register();
        keeper.rule("colour-space", spaces::keep);
        keeper.rule("profile", spaces::outputProfile);
        keeper.rule("page", destinations::pageOf);
        keeper.rule("destination", destinations::keep);
        keeper.rule("destination-value", destinations::named);
        keeper.rule("destination-tree", destinations::tree);
        keeper.rule("action", actions::onClick);
        keeper.rule("go-to", actions::onOpening);
        Attachments attachments = new Attachments(keeper);
        keeper.rule("attachments", attachments::tree);
        keeper.rule("attachment", attachments::file);
        keeper.rule("outlines", new Outlines(keeper)::keep);
        keeper.streamRule("content", contents);
        keeper.streamRule("image", images);
        keeper.streamRule("mesh", new Meshes(keeper, spaces));
    }

    /** Takes {@code store}: takes the data of the clean file's streams */
    public static CleanFile of(PdfFile file, StreamStore store, Session session) {
        Rebuild rebuild = new Rebuild(file, store, session);
        rebuild.run();
        return rebuild.clean;
    }

    private void run() {
        Cos rootValue = file.trailer().get("Root");
        Place place = new Place(rootValue instanceof Cos.Ref ref ? ref.number() : 0, "");
        Cos.Dict root = Cos.dict(keeper.resolve(rootValue)).orElse(Cos.Dict.EMPTY);
        int catalogue = clean.add();
        clean.root(catalogue);
        if (rootValue instanceof Cos.Ref ref) {
            keeper.copies().claim(ref.number(), catalogue);
        }
        int pages = pages(root.get("Pages"));
        Cos.Dict kept = keeper.dict(root, AllowList.pdf().shape("Catalog"), place)
                .with("Type", Cos.name("Catalog"))
                .with("Pages", CleanFile.ref(pages));
        clean.set(catalogue, kept);
        keeper.run();
        new Loops(clean, keeper.told()).cut();
        Cos.Dict form = Cos.dict(keeper.resolve(root.get("AcroForm"))).orElse(Cos.Dict.EMPTY);
        boolean stale = keeper.resolve(form.get("NeedAppearances")) instanceof Cos.Bool needed && needed.value();
        new Fields(keeper, contents, fonts, kept.get("AcroForm"), stale).settle();
        contents.run();
        aroundTheCatalogue();
    }

    private int pages(Cos root) {
        List<Pages.Page> all = new Pages(keeper).all(root);
        List<Integer> indexes = new ArrayList<>();
        for (Pages.Page page : all) {
            int index = clean.add();
            indexes.add(index);
            destinations.page(page.number(), index);
            keeper.copies().claim(page.number(), index);
        }
        int node = clean.add();
        for (int i = 0; i < all.size(); i++) {
            page(indexes.get(i), node, all.get(i));
        }
        clean.set(
                node,
                Cos.Dict.EMPTY
                        .with("Type", Cos.name("Pages"))
                        .with("Count", Cos.num(indexes.size()))
                        .with(
                                "Kids",
                                new Cos.Arr(indexes.stream()
                                        .map(CleanFile::ref)
                                        .map(Cos.class::cast)
                                        .toList())));
        return node;
    }

    private void page(int index, int parent, Pages.Page page) {
        Place place = new Place(page.number(), "");
        Cos.Dict kept = keeper.dict(page.dict(), AllowList.pdf().shape("Page"), place)
                .with("Type", Cos.name("Page"))
                .with("Parent", CleanFile.ref(parent));
        if (!kept.has("MediaBox")) {
            // 7.7.3.3 requires one; readers take the size of a letter where it is missing.
            kept = kept.with("MediaBox", Cos.Arr.of(Cos.num(0), Cos.num(0), Cos.num(612), Cos.num(792)));
        }
        if (!kept.has("Resources")) {
            kept = kept.with("Resources", Cos.Dict.EMPTY);
        }
        Optional<Cos> drawn = contents.page(page.dict().get("Contents"), kept.get("Resources"), place.at("Contents"));
        if (drawn.isPresent()) {
            kept = kept.with("Contents", drawn.get());
        }
        clean.set(index, kept);
    }

    /** What is in the file besides, and is gone. */
    private void aroundTheCatalogue() {
        Session session = keeper.session();
        Information.keep(keeper, file.trailer().get("Info"));
        if (file.revisions() > 1) {
            found(session, "pdf.earlier-revision", "");
        }
        Strays.first(file.objects(), file.trailer(), session.budget())
                .ifPresent(number -> keeper.told().removed("pdf.unreferenced", new Place(number, "")));
        if (file.searched()) {
            session.found(Finding.of("pdf.repaired", Action.CHANGED, Location.wholeFile()));
        }
        if (file.objects().irregular()) {
            session.found(Finding.of("pdf.grammar", Action.CHANGED, Location.wholeFile()));
        }
        if (file.partlyEncrypted()) {
            session.found(Finding.of("pdf.partly-encrypted", Action.CHANGED, Location.wholeFile()));
        }
        if (file.encrypted() && file.password().isEmpty()) {
            found(session, "pdf.permissions", "");
        }
    }

    private static void found(Session session, String code, String place) {
        session.found(Finding.of(code, Action.REMOVED, Location.wholeFile().at(place)));
    }
}
