package jp.kiyome.testcorpus.ooxml;

import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.sample.Placement;

/** Every place in an Office Open XML file that no reader shows. */
public final class HidingPlaces {

    static final String UNKNOWN_GUID = "{00000000-1111-2222-3333-444444444444}";

    private HidingPlaces() {}

    public static List<Placement> all() {
        return Stream.of(
                        HidingInArchive.all(),
                        HidingInPackage.all(),
                        HidingInMarkup.all(),
                        HidingInWords.all(),
                        HidingInSheets.all(),
                        HidingInSlides.all(),
                        HidingInPictures.all())
                .flatMap(List::stream)
                .toList();
    }
}
