/** Numbers, tables of places and tables of strings, as [MS-DOC] 2.2 lays them out. */
@NullMarked
package jp.kiyome.office.doc.raw;

import org.jspecify.annotations.NullMarked;
