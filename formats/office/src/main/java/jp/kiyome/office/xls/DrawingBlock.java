package jp.kiyome.office.xls;

import java.util.List;
import jp.kiyome.office.escher.Drawing;

/**
 * A drawing of a sheet as it will be written.
 *
 * @param objects what stands for its shapes, by the marks of their client data, less one
 */
record DrawingBlock(Drawing drawing, List<SheetObject> objects) {}
