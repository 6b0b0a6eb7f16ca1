package org.bihuan.inbox;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bihuan.calendar.Term;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.engine.ModelBean;
import org.bihuan.engine.RunningCase;
import org.springframework.stereotype.Component;

/** Due dates in process models: {@code ${deadline.after(execution, '4WH')}}. Public because expressions call it. */
@Component("deadline")
public class Deadline implements ModelBean {

    private final WorkingCalendar calendar;
    private final CaseRegister register;
    private final CaseUnits units;
    private final Clock clock;

    Deadline(WorkingCalendar calendar, CaseRegister register, CaseUnits units, Clock clock) {
        this.calendar = calendar;
        this.register = register;
        this.units = units;
        this.clock = clock;
    }

    /**
     * The moment at which the term ends that begins now, in the working time of the unit where the case lies.
     *
     * @param term for example {@code 4WH} or {@code 5WD}, see {@link Term#parse}
     */
    public Date after(RunningCase execution, String term) {
        Long unitId = register.find(new CaseNumber(execution.caseNumber()))
                .map(CaseFile::unitId)
                .orElse(null);
        List<Long> nearestFirst = CaseUnits.nearestFirst(units.path(unitId));
        return Date.from(calendar.after(clock.instant(), Term.parse(term), nearestFirst));
    }
}
