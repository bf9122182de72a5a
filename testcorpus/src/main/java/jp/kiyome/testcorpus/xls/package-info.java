/** Workbooks of Excel 97 to 2003, made record by record ([MS-XLS]) in compound files of our own ([MS-CFB]). */
@NullMarked
package jp.kiyome.testcorpus.xls;

import org.jspecify.annotations.NullMarked;
