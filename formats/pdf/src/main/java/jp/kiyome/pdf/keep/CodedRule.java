package jp.kiyome.pdf.keep;

import java.util.Optional;
import jp.kiyome.pdf.cos.Cos;

/** A rule of the allow-list that is code: what stands at its place, made clean. Tells itself what it drops. */
interface CodedRule {

    Optional<Cos> keep(Cos value, Place place);
}
