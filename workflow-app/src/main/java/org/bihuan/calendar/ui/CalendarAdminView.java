package org.bihuan.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bihuan.calendar.CalendarAdministration;
import org.bihuan.calendar.CalendarDay;
import org.bihuan.calendar.CalendarImport;
import org.bihuan.calendar.DateFormats;
import org.bihuan.calendar.DayKind;
import org.bihuan.calendar.HoursEditor;
import org.bihuan.calendar.ImportReport;

/** 工作日历: the days of each year, further years from a file, and the default working hours. */
@Route("admin/calendar")
@Menu(title = "calendar.admin.title", order = 930, icon = "vaadin:calendar-clock")
class CalendarAdminView extends Div implements HasDynamicTitle {

    private final CalendarAdministration administration;
    private final int thisYear;

    private final Div warnings = new Div();
    private final Select<Integer> year = new Select<>();
    private final Grid<CalendarDay> days = new Grid<>();
    private final Paragraph noDays = new Paragraph();
    private final Div sources = new Div();

    CalendarAdminView(CalendarAdministration administration, CalendarImport calendarImport, Clock clock) {
        this.administration = administration;
        this.thisYear = DateFormats.day(clock.instant()).getYear();
        addClassName("bihuan-calendar");
        warnings.getElement().setAttribute("role", "status");
        add(
                new H1(getPageTitle()),
                warnings,
                daysSection(),
                new ImportSection(calendarImport, this::imported),
                hours(administration));
        refresh(thisYear);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.admin.title");
    }

    private Section daysSection() {
        year.setLabel(getTranslation("calendar.admin.year"));
        year.setItemLabelGenerator(String::valueOf);
        year.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                show(change.getValue());
            }
        });
        days.addColumn(day -> DateFormats.date(day.date(), getLocale()))
                .setHeader(getTranslation("calendar.admin.day.date"))
                .setWidth("9.25rem")
                .setFlexGrow(0);
        days.addColumn(new ComponentRenderer<>(this::kind))
                .setHeader(getTranslation("calendar.admin.day.kind"))
                .setWidth("6.75rem")
                .setFlexGrow(0);
        days.addColumn(CalendarDay::name).setHeader(getTranslation("calendar.admin.day.name"));
        days.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        days.getElement().setAttribute("aria-label", getTranslation("calendar.admin.days"));
        days.setAllRowsVisible(true);
        sources.addClassName("bihuan-calendar-sources");
        noDays.addClassName("bihuan-calendar-empty");
        Section section = new Section(new H2(getTranslation("calendar.admin.days")), year, noDays, days, sources);
        section.addClassName("bihuan-card");
        return section;
    }

    private Component kind(CalendarDay day) {
        Span kind = new Span(
                (day.kind() == DayKind.HOLIDAY ? VaadinIcon.CALENDAR_O : VaadinIcon.CALENDAR_BRIEFCASE).create(),
                new Span(getTranslation("calendar.kind." + day.kind())));
        kind.addClassNames(
                "bihuan-calendar-kind", "bihuan-calendar-" + day.kind().name().toLowerCase(Locale.ROOT));
        return kind;
    }

    private void imported(ImportReport report) {
        refresh(report.years().getFirst());
    }

    private void refresh(int shown) {
        TreeSet<Integer> choice = new TreeSet<>(administration.years());
        choice.add(thisYear);
        choice.add(thisYear + 1);
        year.setItems(choice.descendingSet());
        year.setValue(shown);
        warnings.removeAll();
        warn("calendar.admin.warning.none", administration.yearsWithoutData(thisYear, thisYear + 1));
        warn(
                "calendar.admin.warning.provisional",
                administration.provisionalYears().stream()
                        .filter(provisional -> provisional >= thisYear)
                        .toList());
    }

    private void warn(String key, List<Integer> years) {
        if (!years.isEmpty()) {
            String names = years.stream().map(String::valueOf).collect(Collectors.joining(", "));
            Div warning = new Div(VaadinIcon.WARNING.create(), new Span(getTranslation(key, names)));
            warning.addClassNames("bihuan-message", "bihuan-message-warning", "bihuan-calendar-message");
            warnings.add(warning);
        }
    }

    private void show(int shown) {
        List<CalendarDay> known = administration.days(shown);
        days.setItems(known);
        days.setVisible(!known.isEmpty());
        noDays.setText(known.isEmpty() ? getTranslation("calendar.admin.days.empty", String.valueOf(shown)) : "");
        noDays.setVisible(known.isEmpty());
        sources.removeAll();
        known.stream()
                .map(CalendarDay::source)
                .filter(source -> !source.isEmpty())
                .distinct()
                .map(this::source)
                .forEach(sources::add);
    }

    private Component source(String source) {
        String label = getTranslation("calendar.admin.day.source") + " ";
        boolean address = source.startsWith("https://") || source.startsWith("http://");
        return new Paragraph(new Span(label), address ? new Anchor(source, source) : new Span(source));
    }

    private Section hours(CalendarAdministration administration) {
        Section section =
                new Section(new H2(getTranslation("calendar.hours.title")), new HoursEditor(administration, null));
        section.addClassName("bihuan-card");
        return section;
    }
}
