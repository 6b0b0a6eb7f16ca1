package org.bihuan.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import org.bihuan.calendar.BadRow;
import org.bihuan.calendar.CalendarImport;
import org.bihuan.calendar.ImportReport;

/** Takes a CSV file and tells what became of it. */
final class ImportSection extends Section {

    private static final int LIMIT = 1024 * 1024;

    private final CalendarImport calendarImport;
    private final SerializableConsumer<ImportReport> onAccepted;
    private final Upload upload = new Upload();
    private final Div result = new Div();

    ImportSection(CalendarImport calendarImport, SerializableConsumer<ImportReport> onAccepted) {
        this.calendarImport = calendarImport;
        this.onAccepted = onAccepted;
        upload.setUploadHandler(this::receive);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LIMIT);
        upload.setAcceptedFileExtensions(".csv");
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button(getTranslation("calendar.import.button"), VaadinIcon.UPLOAD.create()));
        String failed = getTranslation("calendar.import.failed");
        upload.setI18n(new UploadI18N()
                .setUploading(new UploadI18N.Uploading()
                        .setError(new UploadI18N.Uploading.Error()
                                .setForbidden(failed)
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("calendar.import.tooBig"))
                        .setIncorrectFileType(getTranslation("calendar.import.notCsv"))));
        upload.addFileRejectedListener(rejected -> tell(false, new Span(rejected.getErrorMessage())));
        result.getElement().setAttribute("role", "status");
        addClassName("bihuan-card");
        add(
                new H2(getTranslation("calendar.import.title")),
                new Paragraph(getTranslation("calendar.import.help")),
                upload,
                result);
    }

    /** The browser checks the size too, but who sends without a browser must not fill the memory. */
    private void receive(UploadEvent event) throws IOException {
        byte[] csv;
        try (InputStream stream = event.getInputStream()) {
            csv = stream.readNBytes(LIMIT + 1);
        }
        event.getUI().access(() -> load(csv));
    }

    void load(byte[] csv) {
        upload.clearFileList();
        if (csv.length > LIMIT) {
            tell(false, new Span(getTranslation("calendar.import.tooBig")));
            return;
        }
        ImportReport report = calendarImport.load(csv);
        if (report.accepted()) {
            tell(true, new Span(done(report)));
            onAccepted.accept(report);
        } else {
            UnorderedList rows = new UnorderedList();
            report.badRows().stream().map(this::sentence).map(ListItem::new).forEach(rows::add);
            int count = report.badRows().size();
            tell(false, new Div(new Span(getTranslation("calendar.import.refused", count)), rows));
        }
    }

    private String done(ImportReport report) {
        String years = report.years().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return getTranslation(
                "calendar.import.done", years, report.added(), report.changed(), report.removed(), report.unchanged());
    }

    private String sentence(BadRow row) {
        return getTranslation(
                "calendar.import.line",
                String.valueOf(row.line()),
                getTranslation("calendar.import.bad." + row.problem(), row.value()));
    }

    private void tell(boolean good, Component message) {
        result.removeAll();
        result.add((good ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.EXCLAMATION_CIRCLE).create(), message);
        result.setClassName("bihuan-message bihuan-calendar-message");
        result.addClassName(good ? "bihuan-message-success" : "bihuan-message-error");
    }
}
