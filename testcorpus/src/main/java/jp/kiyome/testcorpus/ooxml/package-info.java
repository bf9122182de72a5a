/** Office Open XML packages, benign and hostile, from blocks of XML text. Every host is below example.invalid. */
@NullMarked
package jp.kiyome.testcorpus.ooxml;

import org.jspecify.annotations.NullMarked;
