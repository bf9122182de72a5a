/** Tests of workbooks of Excel 97 to 2003. */
@NullMarked
package jp.kiyome.office.xls;

import org.jspecify.annotations.NullMarked;
