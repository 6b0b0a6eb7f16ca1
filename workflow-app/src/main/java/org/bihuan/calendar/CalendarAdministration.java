package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators see and set: the days of a year, years that lack data, working hours of units. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("@rights.may('calendar.change')")
public class CalendarAdministration {

    private final CalendarMapper mapper;
    private final CalendarStore store;

    CalendarAdministration(CalendarMapper mapper, CalendarStore store) {
        this.mapper = mapper;
        this.store = store;
    }

    /** Days of the year that depart from the week, in order. */
    public List<CalendarDay> days(int year) {
        return mapper.days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Years with data, in order. */
    @PreAuthorize("@rights.may('calendar.look')")
    public List<Integer> years() {
        return mapper.years();
    }

    /** Years from first to last, both included, that are reckoned Monday to Friday because nobody loaded them. */
    public List<Integer> yearsWithoutData(int first, int last) {
        List<Integer> known = mapper.years();
        return IntStream.rangeClosed(first, last)
                .filter(year -> !known.contains(year))
                .boxed()
                .toList();
    }

    /** Years whose days were reckoned before the State Council published them, in order. */
    public List<Integer> provisionalYears() {
        return mapper.provisionalYears();
    }

    /** Hours of all units without their own. */
    public WorkingHours defaultHours() {
        return hours(CalendarSnapshot.DEFAULT_UNIT).orElseGet(WorkingHours::usual);
    }

    /** Hours that the unit has for itself; empty when it follows the units above it. */
    public Optional<WorkingHours> hours(long unitId) {
        return Optional.ofNullable(mapper.hoursOf(unitId)).map(UnitHours::hours);
    }

    /** Sets the hours of all units without their own. Deadlines that run keep their instants. */
    @Transactional
    public void setDefaultHours(WorkingHours hours) {
        store.setHours(CalendarSnapshot.DEFAULT_UNIT, hours);
    }

    /** Gives the unit, and those below it without their own, these hours. Deadlines that run keep their instants. */
    @Transactional
    public void setHours(long unitId, WorkingHours hours) {
        store.setHours(requireUnit(unitId), hours);
    }

    /** Lets the unit follow the units above it again. */
    @Transactional
    public void removeHours(long unitId) {
        store.removeHours(requireUnit(unitId));
    }

    private static long requireUnit(long unitId) {
        if (unitId == CalendarSnapshot.DEFAULT_UNIT) {
            throw new IllegalArgumentException("The default hours are no unit's; they can be set, not removed");
        }
        return unitId;
    }
}
