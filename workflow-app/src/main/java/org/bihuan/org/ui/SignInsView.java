package org.bihuan.org.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.bihuan.calendar.DateFormats;
import org.bihuan.org.AdministrationRecords;
import org.bihuan.org.AdministrationRecords.SignInRecord;

/** 登录记录: who signed in or tried to, for the auditor. */
@Route("audit/sign-ins")
@Menu(title = "org.signIns.title", order = 960, icon = "vaadin:sign-in")
class SignInsView extends Div implements HasDynamicTitle {

    SignInsView(AdministrationRecords records) {
        var page = new RecordsPage<SignInRecord>(getPageTitle(), records::signIns);
        var grid = page.grid();
        grid.addColumn(record -> DateFormats.dateTime(record.at(), getLocale()))
                .setHeader(getTranslation("org.records.at"))
                .setWidth("190px")
                .setFlexGrow(0);
        grid.addColumn(SignInRecord::username).setHeader(getTranslation("org.staff.username"));
        grid.addColumn(record -> getTranslation("org.signIns." + record.outcome()))
                .setHeader(getTranslation("org.signIns.outcome"));
        add(page);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("org.signIns.title");
    }
}
