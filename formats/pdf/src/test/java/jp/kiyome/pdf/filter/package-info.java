@NullMarked
package jp.kiyome.pdf.filter;

import org.jspecify.annotations.NullMarked;
