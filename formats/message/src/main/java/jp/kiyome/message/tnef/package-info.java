/** Items of Outlook as attachments of mail carry them ([MS-OXTNEF]): read to properties, written from properties. */
@NullMarked
package jp.kiyome.message.tnef;

import org.jspecify.annotations.NullMarked;
