/** Items of Outlook as both of their file formats hold them: properties, recipients, attachments; what of them is carried over. */
@NullMarked
package jp.kiyome.message.mapi;

import org.jspecify.annotations.NullMarked;
