package jp.kiyome.image.svg;

import jp.kiyome.container.xml.XmlOddities;

/** What stands before the root is of no matter to what a document is. */
enum SvgRecognition implements XmlOddities {
    SILENT;

    @Override
    public void comment() {}

    @Override
    public void processingInstruction() {}
}
