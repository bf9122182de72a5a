package jp.kiyome.office.doc.text;

import java.util.List;
import jp.kiyome.office.doc.sprm.Sprm;

/** Characters that look the same: up to a place, from where the run before ends. */
public record Run(int to, List<Sprm> sprms) {}
