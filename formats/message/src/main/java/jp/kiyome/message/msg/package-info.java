/** Outlook items in compound files ([MS-OXMSG]): read to properties, written from properties. */
@NullMarked
package jp.kiyome.message.msg;

import org.jspecify.annotations.NullMarked;
