package org.bihuan.calendar;

/** How a day departs from the week. */
public enum DayKind {
    /** 放假: no work, whatever day of the week it is. */
    HOLIDAY,
    /** 调休上班: a Saturday or Sunday on which people work. */
    WORKDAY
}
