@NullMarked
package jp.kiyome.office.formula;

import org.jspecify.annotations.NullMarked;
