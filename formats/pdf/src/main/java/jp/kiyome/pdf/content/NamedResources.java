package jp.kiyome.pdf.content;

/** The resources that a content stream can name (ISO 32000-2, 7.8.3), as the clean model has them. */
public interface NamedResources {

    /** For streams whose resources are those of whoever draws them. */
    NamedResources ANY = (category, name) -> true;

    boolean has(String category, String name);
}
