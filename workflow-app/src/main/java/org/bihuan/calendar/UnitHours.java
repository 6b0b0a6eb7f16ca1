package org.bihuan.calendar;

import java.time.LocalTime;

/** Row of working hours as the table holds it. */
record UnitHours(
        long unitId, LocalTime morningStart, LocalTime morningEnd, LocalTime afternoonStart, LocalTime afternoonEnd) {

    static UnitHours of(long unitId, WorkingHours hours) {
        return new UnitHours(
                unitId, hours.morningStart(), hours.morningEnd(), hours.afternoonStart(), hours.afternoonEnd());
    }

    WorkingHours hours() {
        return new WorkingHours(morningStart, morningEnd, afternoonStart, afternoonEnd);
    }
}
