/** Binary workbooks of Excel 2007 and later, made record by record ([MS-XLSB]). */
@NullMarked
package jp.kiyome.testcorpus.xlsb;

import org.jspecify.annotations.NullMarked;
