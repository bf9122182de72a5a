package jp.kiyome.office.ooxml;

import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.XmlName;

/** What one graphic frame of a slide says, as far as a picture in its place needs it. */
final class OleFrame {

    private long ordinal;
    private String id = "";
    private String name = "";
    private String x = "0";
    private String y = "0";
    private String width = "0";
    private String height = "0";
    private String relationship = "";
    private String shape = "";
    private boolean object;
    private boolean picture;

    void see(XmlName element, Attributes attributes) {
        if (element.is("p:graphicFrame")) {
            ordinal = attributes.ordinal();
        } else if (element.is("p:cNvPr") && id.isEmpty()) {
            id = attributes.text("id");
            name = attributes.text("name");
        } else if (element.is("a:off") && !object) {
            x = attributes.text("x");
            y = attributes.text("y");
        } else if (element.is("a:ext") && !object) {
            width = attributes.text("cx");
            height = attributes.text("cy");
        } else if (element.is("p:oleObj")) {
            object = true;
            relationship = attributes.text("r:id");
            shape = attributes.text("spid");
        } else if (element.is("p:pic")) {
            picture = true;
        }
    }

    /** Which element of the document the frame is. */
    long ordinal() {
        return ordinal;
    }

    boolean holdsObject() {
        return object && ordinal > 0;
    }

    boolean hasPicture() {
        return picture;
    }

    String relationship() {
        return relationship;
    }

    /** The id of the VML shape that shows the object. */
    String shape() {
        return shape;
    }

    /** The frame as a picture; what it says is judged by the allow-list like everything else. */
    String asPicture(String embed) {
        return """
            <p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
             xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
             xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><p:nvPicPr>\
            <p:cNvPr id="%s" name="%s"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="%s"/>\
            <a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="%s" y="%s"/>\
            <a:ext cx="%s" cy="%s"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>""".formatted(
                escaped(id), escaped(name), escaped(embed), escaped(x), escaped(y), escaped(width), escaped(height));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
