package jp.kiyome.cad.part21;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;

/** Rebuilds a file of ISO 10303-21 by a list of entities. Stateless; threads may share it. */
public final class Part21Rebuilder {

    private final EntityList list;

    public Part21Rebuilder(EntityList list) {
        this.list = list;
    }

    public void rebuild(Content content, Sink out, Session session) {
        session.budget().checkTime();
        Exchange exchange = new Exchange(content, session.budget());
        Ids gone = new Survey(exchange, list, session::found).gone();
        Written written = new Written(out);
        Cleaned cleaned = new Cleaned(gone, session::found);
        exchange.read(
                header -> written.text(header.written() + "DATA;\n"),
                instance -> {
                    if (!gone.has(instance.id())) {
                        cleaned.of(instance).ifPresent(written::instance);
                    }
                },
                session::found);
        written.text("ENDSEC;\nEND-ISO-10303-21;\n");
    }
}
