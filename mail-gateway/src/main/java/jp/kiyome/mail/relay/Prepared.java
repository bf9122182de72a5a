package jp.kiyome.mail.relay;

import jp.kiyome.core.engine.Outcome;

/** A share, and what rebuilding it came to. */
record Prepared(Share share, Outcome outcome) {}
