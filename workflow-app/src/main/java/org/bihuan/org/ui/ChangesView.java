package org.bihuan.org.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.bihuan.calendar.DateFormats;
import org.bihuan.org.AdministrationRecords;
import org.bihuan.org.AdministrationRecords.Change;

/** 变更记录: what administrators did, for the auditor. */
@Route("audit/changes")
@Menu(title = "org.changes.title", order = 950, icon = "vaadin:records")
class ChangesView extends Div implements HasDynamicTitle {

    ChangesView(AdministrationRecords records) {
        var page = new RecordsPage<Change>(getPageTitle(), records::changes);
        var grid = page.grid();
        grid.addColumn(change -> DateFormats.dateTime(change.at(), getLocale()))
                .setHeader(getTranslation("org.records.at"))
                .setWidth("190px")
                .setFlexGrow(0);
        grid.addColumn(change -> change.actor() == null ? getTranslation("org.changes.program") : change.actor())
                .setHeader(getTranslation("org.changes.actor"));
        grid.addColumn(change -> getTranslation("org.change." + change.what()))
                .setHeader(getTranslation("org.changes.what"));
        grid.addColumn(Change::subject).setHeader(getTranslation("org.changes.subject"));
        grid.addColumn(Change::details)
                .setHeader(getTranslation("org.changes.details"))
                .setFlexGrow(3);
        add(page);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("org.changes.title");
    }
}
