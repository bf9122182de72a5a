@NullMarked
package jp.kiyome.office.doc.sprm;

import org.jspecify.annotations.NullMarked;
