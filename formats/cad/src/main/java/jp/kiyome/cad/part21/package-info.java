/** ISO 10303-21, the clear text encoding of STEP: lexed strictly, judged by entity names and references, written anew. */
@NullMarked
package jp.kiyome.cad.part21;

import org.jspecify.annotations.NullMarked;
