package jp.kiyome.container.xml;

/** Told of things that XML allows, that no reader shows, and that are never written. */
public interface XmlOddities {

    void comment();

    void processingInstruction();
}
