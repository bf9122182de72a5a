package jp.kiyome.approval.server;

import java.net.URI;
import java.util.Optional;
import jp.kiyome.approval.access.Side;

/**
 * A door.
 *
 * @param address to listen at
 * @param port to listen at; 0 for one that is free
 * @param origin how browsers call it, as {@code https://kiyome.example}; a provider sends people back there. Empty where none does
 */
public record Listening(Side side, String address, int port, Optional<URI> origin) {}
