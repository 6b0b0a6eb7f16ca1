package org.bihuan.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.Variable;
import org.bihuan.org.Role;
import org.bihuan.org.UnitKind;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** A model that says {@code copyTo="LEADER@STREET, DISPATCHER, COMMITTEE_CHAIR"} at its one step. */
@IntegrationTest
class ModelCopiesTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    Copies copies;

    @Autowired
    InboxService inbox;

    @Autowired
    AuditLog audit;

    InboxFixtures errands;
    PlaceFixtures places;
    long post;
    long worker;
    long community;
    long streetLeader;
    long districtLeader;
    long dispatcher;

    @BeforeEach
    void prepare() {
        errands = new InboxFixtures(context);
        places = new PlaceFixtures(context);
        context.getBean(RepositoryService.class)
                .createDeployment()
                .name("copied")
                .enableDuplicateFiltering(true)
                .addClasspathResource("inbox/copied.bpmn")
                .deploy();
        post = errands.post();
        worker = errands.person("李强", post);
        long district = places.unit(UnitKind.DISTRICT, null);
        long street = places.unit(UnitKind.STREET, district);
        community = places.unit(UnitKind.COMMUNITY, street);
        streetLeader = errands.person("街道领导", places.post(street, Role.LEADER));
        districtLeader = errands.person("区领导", places.post(district, Role.LEADER));
        dispatcher = errands.person("派遣员", places.post(district, Role.DISPATCHER));
        // Nearer, but held by nobody.
        places.post(street, Role.DISPATCHER);
        InboxFixtures.signIn(worker);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void reachTheHoldersNearestAboveTheCaseWhenTheStepIsDone() {
        CaseNumber number = start(community);
        assertThat(copies.receipts(number)).isEmpty();

        complete(number);

        assertThat(copies.receipts(number))
                .extracting(Copy::staffId, Copy::byStaffId)
                .containsExactlyInAnyOrder(tuple(streetLeader, null), tuple(dispatcher, null));
        assertThat(audit.entries(number))
                .filteredOn(entry -> entry.eventType().equals("task.copied"))
                .singleElement()
                .extracting(AuditEntry::actor)
                .isEqualTo(Actor.SYSTEM);
    }

    @Test
    void doNotHinderACaseThatLiesNowhere() {
        CaseNumber number = start(null);

        complete(number);

        assertThat(copies.receipts(number)).isEmpty();
        assertThat(inbox.tasks(number)).isEmpty();
    }

    @Test
    void doNotGoToWhoeverDidTheStep() {
        CaseNumber number = start(community);
        InboxFixtures.signIn(streetLeader);

        complete(number);

        assertThat(copies.receipts(number)).extracting(Copy::staffId).containsExactly(dispatcher);
    }

    private CaseNumber start(@Nullable Long unit) {
        return errands.transaction().execute(status -> {
            CaseNumber number =
                    errands.register().open(InboxFixtures.FAMILY, "INBOX", "暴露垃圾", "科技街 12 号", unit, "OPEN", null);
            errands.engine().start("copiedErrand", number, new Variable<String>("posts").is(String.valueOf(post)));
            return number;
        });
    }

    private void complete(CaseNumber number) {
        errands.complete(inbox.task(number, "runErrand").orElseThrow().taskId());
    }
}
