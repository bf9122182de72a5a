@NullMarked
package jp.kiyome.office.value;

import org.jspecify.annotations.NullMarked;
