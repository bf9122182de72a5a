package jp.kiyome.office.doc.text;

import java.util.List;
import jp.kiyome.office.doc.sprm.Sprm;

/** A section of the main story: up to a place, from where the one before ends. */
public record Section(int to, List<Sprm> sprms) {}
