@NullMarked
package jp.kiyome.office.field;

import org.jspecify.annotations.NullMarked;
