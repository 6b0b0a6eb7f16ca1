package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Changes days and hours, inside the caller's transaction; writers on all nodes wait for each other. */
@Component
class CalendarStore {

    private final CalendarMapper mapper;
    private final CalendarCache cache;

    CalendarStore(CalendarMapper mapper, CalendarCache cache) {
        this.mapper = mapper;
        this.cache = cache;
    }

    /** Holds off every other change of days and hours until the transaction ends. */
    void lock() {
        mapper.lockVersion();
    }

    /** Makes these days the whole of their years. */
    ImportReport replaceYears(List<CalendarDay> days) {
        lock();
        Map<LocalDate, CalendarDay> before = new TreeMap<>();
        SortedSet<Integer> years =
                days.stream().map(day -> day.date().getYear()).collect(Collectors.toCollection(TreeSet::new));
        for (int year : years) {
            mapper.days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                    .forEach(day -> before.put(day.date(), day));
        }
        Map<LocalDate, CalendarDay> after = days.stream()
                .collect(Collectors.toMap(CalendarDay::date, Function.identity(), (a, b) -> b, TreeMap::new));
        int added = 0;
        int changed = 0;
        for (CalendarDay day : after.values()) {
            CalendarDay known = before.get(day.date());
            if (!day.equals(known)) {
                mapper.put(day);
                if (known == null) {
                    added++;
                } else {
                    changed++;
                }
            }
        }
        List<LocalDate> gone = before.keySet().stream()
                .filter(date -> !after.containsKey(date))
                .toList();
        gone.forEach(mapper::delete);
        ImportReport report = new ImportReport(
                new ArrayList<>(years), added, changed, gone.size(), after.size() - added - changed, List.of());
        if (report.changedAnything()) {
            announce();
        }
        return report;
    }

    void setHours(long unitId, WorkingHours hours) {
        lock();
        mapper.putHours(UnitHours.of(unitId, hours));
        announce();
    }

    void removeHours(long unitId) {
        lock();
        if (mapper.deleteHours(unitId) > 0) {
            announce();
        }
    }

    private void announce() {
        mapper.countVersionUp();
        cache.forgetAfterTransaction();
    }
}
