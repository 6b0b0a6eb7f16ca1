package org.bihuan.org;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
@ViewPackages(packages = "org.bihuan.noview")
class StaffPickerTest extends BrowserlessTest {

    @Autowired
    StaffService staff;

    @Autowired
    JdbcTemplate jdbc;

    String mark;
    long unit;
    long first;
    long second;

    @BeforeEach
    void people() {
        mark = UUID.randomUUID().toString().substring(0, 8);
        jdbc.update(
                "insert into org_unit (code, name, kind, path, valid_from) values (?, ?, 'COMMUNITY', ?, '2020-01-01')",
                mark,
                "社区" + mark,
                "/" + mark + "/");
        unit = jdbc.queryForObject("select id from org_unit where code = ?", Long.class, mark);
        first = person(Role.COMMUNITY_STAFF, "乙" + mark);
        second = person(Role.LEADER, "甲" + mark);
        OrgFixtures.signIn(first);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void findsByAPartOfTheNameAndOfTheUnitAndTellsRoleAndUnit() {
        ComboBox<Colleague> list = StaffPicker.one(staff, "谁", Set.of());
        UI.getCurrent().add(list);

        test(list).setFilter("乙" + mark);
        assertThat(test(list).getSuggestions()).containsExactly(label("乙", Role.COMMUNITY_STAFF));
        test(list).setFilter("社区" + mark);
        assertThat(test(list).getSuggestions()).hasSize(2);
        test(list).selectItem(label("甲", Role.LEADER));
        assertThat(list.getValue().staffId()).isEqualTo(second);
    }

    @Test
    void findsNobodyWithoutWorkWithoutPostOrWithAShutAccount() {
        person(Role.AUDITOR, "审" + mark);
        long former = person(Role.STREET_CLERK, "旧" + mark);
        jdbc.update("update org_staff_post set valid_to = '2021-01-01' where staff_id = ?", former);
        long shut = person(Role.DISPATCHER, "锁" + mark);
        jdbc.update("update org_staff set enabled = false where id = ?", shut);

        assertThat(staff.colleagues("社区" + mark, Set.of(), 0, 50))
                .extracting(Colleague::staffId)
                .containsExactlyInAnyOrder(first, second);
        assertThat(staff.colleagues(List.of(first, former, shut)))
                .extracting(Colleague::staffId)
                .containsExactly(first);
    }

    @Test
    void leavesOutWhoMakesNoSenseAndReadsPageByPage() {
        assertThat(staff.colleagues(mark, Set.of(first), 0, 50))
                .extracting(Colleague::staffId)
                .containsExactly(second);
        assertThat(staff.colleagues(mark, Set.of(), 0, 1)).hasSize(1);
        assertThat(staff.colleagues(mark, Set.of(), 1, 1)).hasSize(1);
        assertThat(staff.colleagues("%", Set.of(), 0, 50)).isEmpty();
    }

    /** Each stands once in the list, however many posts he holds. */
    @Test
    void showsEachPersonOnce() {
        jdbc.update("insert into org_post (unit_id, role) values (?, 'GRID_WORKER')", unit);
        jdbc.update(
                "insert into org_staff_post (staff_id, post_id, valid_from) select ?, id, ? from org_post where unit_id = ?"
                        + " and role = 'GRID_WORKER'",
                first,
                LocalDate.of(2020, 1, 1),
                unit);

        assertThat(staff.colleagues("社区" + mark, Set.of(), 0, 50)).hasSize(2);
    }

    private String label(String name, Role role) {
        return name + mark + " · " + UI.getCurrent().getTranslation("org.role." + role) + " · 社区" + mark;
    }

    private long person(Role role, String name) {
        long id = OrgFixtures.person(jdbc, role, unit);
        jdbc.update("update org_staff set name = ? where id = ?", name, id);
        return id;
    }
}
