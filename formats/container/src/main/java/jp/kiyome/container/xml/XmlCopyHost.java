package jp.kiyome.container.xml;

/** What decides on a document that is copied ({@link XmlCopy}). */
public interface XmlCopyHost extends XmlOddities {

    /** Looks at an element; throws {@link jp.kiyome.core.finding.Refusal} where the document must not pass. */
    void element(XmlName name, int depth);

    /** Whether an attribute stays. */
    boolean keeps(XmlName element, XmlName attribute, String value);

    /** The characters that stay, of a value or of a run of text. */
    String text(String characters);

    /** Whether the output can hold a character; one that it cannot is written by its number. */
    boolean writes(int codePoint);
}
