package org.bihuan.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Locale;
import org.bihuan.inbox.InboxExport;

/** Gives the list that is shown as a file. */
final class ExportDialog extends Dialog {

    private final ListFile files;

    /**
     * @param today day that the names of the files bear
     */
    ExportDialog(ListFile files, ListFile.Order order, LocalDate today) {
        this.files = files;
        setHeaderTitle(getTranslation("inbox.export"));
        setWidth("min(28rem, 100%)");
        var links = new Div();
        links.addClassName("inbox-export-links");
        for (TableFile.Format format : TableFile.Format.values()) {
            String name = getTranslation("inbox.tab." + order.list()) + "-" + today + "."
                    + format.name().toLowerCase(Locale.ROOT);
            links.add(link(format, order, name));
        }
        add(new Paragraph(getTranslation("inbox.export.what", InboxExport.MOST)), links);
        getFooter().add(new Button(getTranslation("inbox.close"), click -> close()));
    }

    private Anchor link(TableFile.Format format, ListFile.Order order, String name) {
        DownloadHandler download = event -> give(event, format, order, name);
        var link = new Anchor(download, getTranslation("inbox.export." + format));
        link.addClassName("inbox-export-link");
        return link;
    }

    private void give(DownloadEvent event, TableFile.Format format, ListFile.Order order, String name)
            throws IOException {
        event.setFileName(name);
        event.setContentType(format.contentType());
        event.getResponse().setHeader("Cache-Control", "no-store");
        try (OutputStream out = event.getOutputStream()) {
            files.write(order, format, out);
        }
    }
}
