package org.bihuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.bihuan.Journey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What journeys have in common: the stage, how a resident reports, and who is responsible. */
@Journey
abstract class JourneyTest {

    /** What the resident writes; the rare characters lie outside of the basic plane. */
    static final String DESCRIPTION = "楼下垃圾堆了三天,味道很大。王𠮷家门口、㐂旺超市旁😀";

    private static final Pattern TRACKING = Pattern.compile("/t/[\\w-]{22}$");

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    Stage stage;

    @BeforeEach
    void raiseTheCurtain() {
        stage = new Stage(port);
    }

    @AfterEach
    void nobodysBrowserComplained() {
        var complaints = stage.complaints();
        stage.close();
        Assertions.assertThat(complaints).isEmpty();
    }

    /** Fills in the first step and goes on to the second. */
    void tellsWhat(Actor resident, FilePayload... photos) {
        tellsWhat(resident, "垃圾", photos);
    }

    private void tellsWhat(Actor resident, String category, FilePayload... photos) {
        resident.opens("report").picks("是什么问题", category).writes("问题描述", DESCRIPTION);
        for (FilePayload photo : photos) {
            resident.photographs(photo);
        }
        resident.presses("下一步");
        assertThat(resident.map()).isVisible();
    }

    /** Sends from the last step, and reads the number of the case from the private page. */
    String sends(Actor resident) {
        resident.presses("提交上报");
        return readsNumber(resident);
    }

    String readsNumber(Actor resident) {
        resident.page().waitForURL(TRACKING);
        Locator number = resident.page().locator(".incident-number");
        assertThat(number).hasText(Pattern.compile("SBQ-\\d{4}-\\d{6}"));
        return number.innerText();
    }

    /** Reports something, quickly. */
    String reports(Actor resident) {
        return reports(resident, "垃圾");
    }

    /** Reports something for which the resident types this word. */
    String reports(Actor resident, String category) {
        tellsWhat(resident, category);
        resident.tapsTheMap().presses("下一步").writes("联系电话", "13912345678");
        return sends(resident);
    }

    /** User name of somebody who holds the post that handles the case. */
    String handlerOf(String caseNumber) {
        return staffAt(jdbc.queryForObject(
                "select handling_post_id from incident where case_number = ?", Long.class, caseNumber));
    }

    /** User name of somebody of the community in which the case lies. */
    String communityStaffOf(String caseNumber) {
        return staffAt(jdbc.queryForObject("""
                select p.id from incident i join org_unit g on g.id = i.unit_id
                join org_post p on p.unit_id = g.parent_id and p.role = 'COMMUNITY_STAFF'
                where i.case_number = ?""", Long.class, caseNumber));
    }

    private String staffAt(Long postId) {
        return jdbc.queryForObject("""
                select min(s.username) from org_staff s join org_staff_post h on h.staff_id = s.id
                where h.post_id = ?""", String.class, postId);
    }
}
