package org.bihuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.org.NewStaff;
import org.bihuan.org.NewStaff.Appointment;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Role;

/** One invented person for every grid, community, street and department, and those of the district. */
final class DemonstrationStaff {

    private static final long SEED = 370_203;

    /** Short user names, by the unit at which the role is held. */
    private static final Map<String, String> WELL_KNOWN = Map.of(
            "370203005001001", "wangge",
            "370203005001", "shequ",
            "370203005000", "jiedao",
            "370203-CG", "bumen");

    /** Accounts that the login page shows, one for every role, in the order of the work. */
    static final List<String> SHOWN = List.of(
            "wangge", "shequ", "jiedao", "zhihui", "bumen", "lingdao", "mishu", "weiyuan", "zhuren", "shenji", "admin",
            "anquan");

    private final InventedNames names = new InventedNames(SEED);
    private final List<NewStaff> people = new ArrayList<>();

    private final LocalDate from;

    private DemonstrationStaff(LocalDate from) {
        this.from = from;
    }

    /**
     * Everybody, in the order of the work: grid, community, street, district.
     *
     * @param units units below the district, departments included
     * @param from first day in their posts
     */
    static List<NewStaff> of(OrgUnit district, List<OrgUnit> units, LocalDate from) {
        var staff = new DemonstrationStaff(from);
        units.forEach(staff::addFor);
        staff.addFor(district);
        return staff.people;
    }

    private void addFor(OrgUnit unit) {
        switch (unit.kind()) {
            case GRID -> addOne(Role.GRID_WORKER, unit, "g");
            case COMMUNITY -> addOne(Role.COMMUNITY_STAFF, unit, "c");
            case STREET -> addOne(Role.STREET_CLERK, unit, "s");
            case DEPARTMENT -> addOne(Role.DEPARTMENT_STAFF, unit, "d");
            case DISTRICT -> addForDistrict(unit);
            default -> throw new IllegalArgumentException("No staff for " + unit.kind());
        }
    }

    private void addForDistrict(OrgUnit district) {
        add(Role.DISPATCHER, district, "zhihui");
        add(Role.DISPATCHER, district, "zhihui2");
        add(Role.LEADER, district, "lingdao");
        add(Role.COMMITTEE_SECRETARY, district, "mishu");
        add(Role.COMMITTEE_MEMBER, district, "weiyuan");
        for (int i = 2; i <= 4; i++) {
            add(Role.COMMITTEE_MEMBER, district, "weiyuan" + i);
        }
        add(Role.COMMITTEE_CHAIR, district, "zhuren");
        add(Role.AUDITOR, district, "shenji");
        add(Role.SYSTEM_ADMINISTRATOR, district, "admin");
        add(Role.SECURITY_ADMINISTRATOR, district, "anquan");
    }

    private void addOne(Role role, OrgUnit unit, String letter) {
        add(
                role,
                unit,
                WELL_KNOWN.getOrDefault(unit.code(), letter + unit.code().toLowerCase(Locale.ROOT)));
    }

    private void add(Role role, OrgUnit unit, String username) {
        people.add(new NewStaff(username, names.next(), null, List.of(new Appointment(unit.id(), role, from))));
    }
}
