package jp.kiyome.office.xls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;

/** Workbooks made and read by Apache POI, which shares no code with ours. */
final class PoiBooks {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private PoiBooks() {}

    static byte[] book(Consumer<HSSFWorkbook> content) {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            content.accept(book);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, locked. */
    static byte[] locked(EncryptionMode mode, String password, Consumer<HSSFWorkbook> content) {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            return book(book -> {
                content.accept(book);
                book.setEncryptionMode(mode);
            });
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    /** Something of everything that a sheet of an office has. */
    static void everything(HSSFWorkbook book) {
        HSSFSheet sheet = book.createSheet("申請");
        cells(book, sheet);
        sheet.addMergedRegion(new CellRangeAddress(20, 21, 0, 3));
        sheet.createFreezePane(1, 1);
        sheet.setAutoFilter(CellRangeAddress.valueOf("A1:C5"));
        rules(sheet);
        drawing(book, sheet);
        book.createSheet("集計").createRow(0).createCell(0).setCellFormula("SUM(申請!A1:B3)");
        org.apache.poi.ss.usermodel.Name name = book.createName();
        name.setNameName("合計");
        name.setRefersToFormula("集計!$A$1");
        sheet.getRow(3).createCell(5).setCellFormula("合計*2");
        book.setPrintArea(0, "$A$1:$D$20");
    }

    private static void cells(HSSFWorkbook book, HSSFSheet sheet) {
        for (int i = 0; i < 6; i++) {
            Row row = sheet.createRow(i);
            row.createCell(0).setCellValue(i * 1.25);
            row.createCell(1).setCellValue(i);
            row.createCell(2).setCellValue("氏名 " + i % 3);
            row.createCell(3).setCellValue(i % 2 == 0);
            row.createCell(4).setCellFormula("IF(A" + (i + 1) + ">2,VLOOKUP(B1,$A$1:$C$6,2,FALSE),\"なし\")");
        }
        org.apache.poi.ss.usermodel.CellStyle style = book.createCellStyle();
        style.setFillForegroundColor(IndexedColors.YELLOW.getIndex());
        style.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\""));
        sheet.getRow(1).getCell(0).setCellStyle(style);
        HSSFRichTextString rich = new HSSFRichTextString("太字と普通");
        rich.applyFont(0, 2, book.createFont());
        sheet.createRow(7).createCell(0).setCellValue(rich);
        Hyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.URL);
        link.setAddress("https://www.example.invalid/a");
        sheet.getRow(7).createCell(1).setCellValue("リンク");
        sheet.getRow(7).getCell(1).setHyperlink(link);
    }

    private static void rules(HSSFSheet sheet) {
        sheet.addValidationData(sheet.getDataValidationHelper()
                .createValidation(
                        sheet.getDataValidationHelper().createExplicitListConstraint(new String[] {"可", "否"}),
                        new CellRangeAddressList(0, 5, 6, 6)));
        org.apache.poi.ss.usermodel.ConditionalFormattingRule rule =
                sheet.getSheetConditionalFormatting().createConditionalFormattingRule("A1>3");
        rule.createPatternFormatting().setFillBackgroundColor(IndexedColors.RED.getIndex());
        rule.createFontFormatting().setFontStyle(false, true);
        sheet.getSheetConditionalFormatting()
                .addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("A1:A6")}, rule);
    }

    private static void drawing(HSSFWorkbook book, HSSFSheet sheet) {
        HSSFPatriarch patriarch = sheet.createDrawingPatriarch();
        int picture = book.addPicture(PNG, Workbook.PICTURE_TYPE_PNG);
        patriarch.createPicture(new HSSFClientAnchor(0, 0, 0, 0, (short) 1, 10, (short) 3, 14), picture);
        patriarch
                .createTextbox(new HSSFClientAnchor(0, 0, 0, 0, (short) 5, 10, (short) 7, 14))
                .setString(new HSSFRichTextString("図形の文字"));
        org.apache.poi.hssf.usermodel.HSSFComment comment =
                patriarch.createCellComment(new HSSFClientAnchor(0, 0, 0, 0, (short) 4, 2, (short) 6, 5));
        comment.setString(new HSSFRichTextString("確認済み"));
        comment.setAuthor("担当");
        sheet.getRow(2).getCell(2).setCellComment(comment);
    }

    /** What another program reads: cells with their formulas, and counts of what else there is. */
    static List<String> shown(byte[] file, String password) {
        Biff8EncryptionKey.setCurrentUserPassword(password.isEmpty() ? null : password);
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(file))) {
            List<String> shown = new ArrayList<>();
            for (Sheet sheet : book) {
                sheet(sheet, shown);
            }
            book.getAllNames().forEach(name -> shown.add(name.getNameName() + " = " + name.getRefersToFormula()));
            book.getAllPictures().forEach(picture -> shown.add("picture " + picture.suggestFileExtension()));
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static void sheet(Sheet sheet, List<String> shown) {
        shown.add(sheet.getSheetName() + " " + sheet.getMergedRegions() + " " + sheet.getPaneInformation());
        shown.add(sheet.getDataValidations().size() + " validations, "
                + sheet.getSheetConditionalFormatting().getNumConditionalFormattings() + " conditions");
        for (Row row : sheet) {
            for (Cell cell : row) {
                shown.add(cell.getAddress() + " " + value(cell) + " "
                        + cell.getCellStyle().getDataFormatString());
            }
        }
        sheet.getCellComments()
                .forEach((at, comment) -> shown.add(at + " " + comment.getAuthor() + ": " + comment.getString()));
        sheet.getHyperlinkList().forEach(link -> shown.add("link " + link.getAddress()));
        if (sheet.getDrawingPatriarch() instanceof HSSFPatriarch patriarch) {
            patriarch.getChildren().forEach(shape -> shown.add(shape.getClass().getSimpleName()));
        }
    }

    private static String value(Cell cell) {
        CellType type = cell.getCellType();
        if (type == CellType.FORMULA) {
            return "=" + cell.getCellFormula() + " " + cell.getCachedFormulaResultType();
        }
        return type + " " + cell;
    }
}
