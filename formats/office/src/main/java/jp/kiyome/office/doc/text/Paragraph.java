package jp.kiyome.office.doc.text;

import java.util.List;
import jp.kiyome.office.doc.sprm.Sprm;

/** A paragraph: up to the place behind its mark, from where the one before ends. */
public record Paragraph(int to, int style, List<Sprm> sprms) {}
