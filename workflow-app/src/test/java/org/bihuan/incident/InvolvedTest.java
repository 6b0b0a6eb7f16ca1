package org.bihuan.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.Copies;
import org.bihuan.incident.IncidentFixtures.Person;
import org.bihuan.task.Comments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever is let into a case reads that one, as if it lay at his unit, and finds it in no list. */
@IntegrationTest
class InvolvedTest {

    private static final String PHONE = "13812345678";

    @Autowired
    IncidentIntake intake;

    @Autowired
    IncidentLookup lookup;

    @Autowired
    Copies copies;

    @Autowired
    Comments comments;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    IncidentFixtures district;
    CaseNumber number;

    @BeforeEach
    void prepare() {
        district = IncidentFixtures.create(jdbc, transaction);
        number = intake.report(district.report()).caseNumber();
        district.change("update incident set phone = ? where case_number = ?", PHONE, number.value());
    }

    @AfterEach
    void signOut() {
        IncidentFixtures.signOut();
    }

    @Test
    void aCopyOpensTheCaseButNeitherListNorPhone() {
        assertClosedTo(district.stranger);
        district.signIn(district.dispatcher);
        copies.send(number, List.of(district.stranger.id()), List.of(), "请协助");

        district.signIn(district.stranger);
        assertThat(lookup.details(number).incident().report().phone()).isNull();
        assertThat(audit.entries(number)).isNotEmpty();
        assertThat(lookup.list(IncidentFilter.ALL, null, 200)).isEmpty();
    }

    @Test
    void aMentionOpensTheCase() {
        assertClosedTo(district.stranger);
        district.signIn(district.dispatcher);
        comments.write(number, "请钱旁人看看", List.of(district.stranger.id()));

        district.signIn(district.stranger);
        assertThat(comments.of(number)).hasSize(1);
    }

    @Test
    void whoeverIsLetInMayLetOthersIn() {
        district.signIn(district.dispatcher);
        copies.send(number, List.of(district.stranger.id()), List.of(), "");
        district.signIn(district.stranger);
        copies.send(number, List.of(district.official.id()), List.of(), "");

        district.signIn(district.official);
        assertThat(lookup.details(number).incident().caseNumber()).isEqualTo(number);
    }

    @Test
    void whoeverHasNoPostAnyMoreReadsNothingThoughLetIn() {
        district.signIn(district.dispatcher);
        copies.send(number, List.of(district.stranger.id()), List.of(), "");
        district.change("update org_staff_post set valid_to = '2020-02-01' where staff_id = ?", district.stranger.id());

        assertClosedTo(district.stranger);
    }

    private void assertClosedTo(Person person) {
        district.signIn(person);
        assertThatThrownBy(() -> audit.entries(number)).isInstanceOf(CaseNotFoundException.class);
        assertThatThrownBy(() -> copies.read(number)).isInstanceOf(CaseNotFoundException.class);
        assertThatThrownBy(() -> comments.of(number)).isInstanceOf(CaseNotFoundException.class);
        assertThatThrownBy(() -> comments.write(number, "看", List.of())).isInstanceOf(CaseNotFoundException.class);
        assertThatThrownBy(() -> copies.send(number, List.of(district.dispatcher.id()), List.of(), ""))
                .isInstanceOf(CaseNotFoundException.class);
    }
}
