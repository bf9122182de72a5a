/** Office drawings ([MS-ODRAW]), shared by Excel, PowerPoint and Word files of the binary formats. */
@NullMarked
package jp.kiyome.office.escher;

import org.jspecify.annotations.NullMarked;
