/** DWG drawings: told apart by version, read strictly, of AutoCAD 2000 written anew section by section where a policy says so. */
@NullMarked
package jp.kiyome.cad.dwg;

import org.jspecify.annotations.NullMarked;
