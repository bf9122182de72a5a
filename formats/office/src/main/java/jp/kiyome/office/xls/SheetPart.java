package jp.kiyome.office.xls;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;

/**
 * A sheet as it will be written, but for its drawing.
 *
 * @param drawingAt where in the body the drawing belongs
 */
record SheetPart(Content body, long drawingAt, Optional<DrawingBlock> drawing) {

    void write(Drawings drawings, Session session, Sink out) {
        WorkbookRebuild.transfer(body.slice(0, drawingAt), out);
        drawing.ifPresent(block -> drawings.write(block, session, out));
        WorkbookRebuild.transfer(body.slice(drawingAt, body.size() - drawingAt), out);
    }
}
