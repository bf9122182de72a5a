@NullMarked
package jp.kiyome.office.doc.text;

import org.jspecify.annotations.NullMarked;
