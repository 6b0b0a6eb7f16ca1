package org.bihuan.calendar;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in the holidays and exchanged workdays of further years. */
@Service
public class CalendarImport {

    private final CalendarStore store;

    CalendarImport(CalendarStore store) {
        this.store = store;
    }

    /**
     * Makes the days of a CSV file (columns date, kind, name, source; UTF-8 or GB18030) the whole of the years that it
     * names. The same file again changes nothing. A file with bad rows changes nothing either and reports them all.
     */
    @PreAuthorize("@rights.may('calendar.change')")
    @Transactional
    public ImportReport load(byte[] csv) {
        DayCsv.Content content = DayCsv.read(csv);
        return content.badRows().isEmpty()
                ? store.replaceYears(content.days())
                : ImportReport.refused(content.badRows());
    }
}
