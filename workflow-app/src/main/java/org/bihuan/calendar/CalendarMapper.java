package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface CalendarMapper {

    long version();

    /** Locks the version until the transaction ends: changes of days and hours come one after the other. */
    long lockVersion();

    void countVersionUp();

    List<CalendarDay> allDays();

    List<CalendarDay> days(LocalDate from, LocalDate to);

    List<Integer> years();

    List<Integer> provisionalYears();

    void put(CalendarDay day);

    void delete(LocalDate date);

    List<UnitHours> hours();

    @Nullable UnitHours hoursOf(long unitId);

    void putHours(UnitHours hours);

    int deleteHours(long unitId);
}
