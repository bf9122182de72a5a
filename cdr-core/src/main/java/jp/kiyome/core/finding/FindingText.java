package jp.kiyome.core.finding;

import jp.kiyome.core.text.Bilingual;

/** What the catalogue says of a kind of finding. */
public record FindingText(FindingKind kind, Severity severity, Bilingual text) {}
