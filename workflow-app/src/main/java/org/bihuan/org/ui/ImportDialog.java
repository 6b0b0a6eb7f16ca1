package org.bihuan.org.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bihuan.org.ImportReport;
import org.bihuan.org.ImportReport.BadRow;
import org.bihuan.org.OrgImport;

/** Takes a file of units and tells what became of each row. */
class ImportDialog extends Dialog {

    private static final int MOST_BYTES = 20 * 1024 * 1024;

    private final OrgImport imports;
    private final Runnable changed;
    private final Div report = new Div();

    ImportDialog(OrgImport imports, Runnable changed) {
        this.imports = imports;
        this.changed = changed;
        setHeaderTitle(getTranslation("org.import.title"));
        setWidth("min(720px, 100%)");
        report.addClassName("org-report");
        report.getElement().setAttribute("aria-live", "polite");
        Div body = new Div(new Paragraph(getTranslation("org.import.help")), upload(), report);
        body.addClassName("org-dialog");
        add(body);
        getFooter().add(new Button(getTranslation("org.close"), click -> close()));
    }

    private Upload upload() {
        Upload upload = new Upload(UploadHandler.inMemory(
                (metadata, file) -> show(metadata.fileName(), imports.load(metadata.fileName(), file))));
        upload.setAcceptedFileExtensions(".csv", ".txt");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setI18n(words());
        upload.addFileRejectedListener(rejected -> {
            report.removeAll();
            message("bihuan-message-error", rejected.getErrorMessage());
        });
        upload.addFileRemovedListener(removed -> report.removeAll());
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        return upload;
    }

    private UploadI18N words() {
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(getTranslation("org.import.choose"))
                        .setMany(getTranslation("org.import.choose")))
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(getTranslation("org.import.drop"))
                        .setMany(getTranslation("org.import.drop")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("org.import.tooBig"))
                        .setIncorrectFileType(getTranslation("org.import.wrongType"))
                        .setTooManyFiles(getTranslation("org.import.oneOnly")))
                .setUploading(new UploadI18N.Uploading()
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("org.import.failed"))
                                .setUnexpectedServerError(getTranslation("org.import.failed"))
                                .setForbidden(getTranslation("org.import.failed"))));
    }

    private void show(String fileName, ImportReport result) {
        report.removeAll();
        int bad = result.badRows().size();
        message(
                bad == 0 ? "bihuan-message-success" : "bihuan-message-warning",
                getTranslation(
                        "org.import.done",
                        fileName,
                        result.good(),
                        result.added(),
                        result.changed(),
                        result.unchanged(),
                        bad));
        if (bad > 0) {
            Anchor download = new Anchor(download(result.badRows()), getTranslation("org.import.download"));
            download.addClassName("org-link");
            report.add(grid(result.badRows()), download);
        }
        changed.run();
    }

    private void message(String style, String text) {
        Paragraph message = new Paragraph(text);
        message.addClassNames("bihuan-message", style);
        report.add(message);
    }

    private Grid<BadRow> grid(List<BadRow> rows) {
        Grid<BadRow> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addColumn(BadRow::line)
                .setHeader(getTranslation("org.import.line"))
                .setWidth("64px")
                .setFlexGrow(0);
        Grid.Column<BadRow> code = grid.addColumn(BadRow::code)
                .setHeader(getTranslation("org.unit.code"))
                .setWidth("132px")
                .setFlexGrow(0);
        grid.addColumn(this::words).setHeader(getTranslation("org.import.reason"));
        NarrowScreen.watch(grid, narrow -> code.setVisible(!narrow));
        grid.setItems(rows);
        grid.setHeight("280px");
        return grid;
    }

    private String words(BadRow row) {
        return getTranslation(row.reason().messageKey(), row.detail());
    }

    /** With a byte order mark, which spreadsheets need to know UTF-8. */
    private DownloadHandler download(List<BadRow> rows) {
        var text = new StringBuilder("\uFEFFline,code,reason\r\n");
        for (BadRow row : rows) {
            text.append(row.line())
                    .append(',')
                    .append(cell(row.code()))
                    .append(',')
                    .append(cell(words(row)))
                    .append("\r\n");
        }
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        return DownloadHandler.fromInputStream(event -> new DownloadResponse(
                new ByteArrayInputStream(file), "bad-rows.csv", "text/csv; charset=utf-8", file.length));
    }

    /** A cell that begins like a formula would run as one in a spreadsheet; the apostrophe makes it text. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
