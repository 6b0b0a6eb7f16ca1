package org.bihuan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.bihuan.WebTest;
import org.bihuan.rights.Doors.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every door of the running program has its verb, and the list names no door that is not there. */
@WebTest
class DoorsTest {

    @Autowired
    ApplicationContext program;

    @Autowired
    Doors doors;

    @Autowired
    Rights rights;

    @Test
    void everyPageHasAVerb() {
        assertThat(ProgramDoors.routes(program))
                .isEqualTo(Set.copyOf(doors.all(Kind.ROUTE).keySet()));
    }

    @Test
    void everyEndpointHasAVerb() {
        assertThat(ProgramDoors.endpoints(program))
                .isEqualTo(Set.copyOf(doors.all(Kind.ENDPOINT).keySet()));
    }

    @Test
    void everyUploadAndDownloadHasAVerb() {
        assertThat(ProgramDoors.uploads())
                .isEqualTo(Set.copyOf(doors.all(Kind.UPLOAD).keySet()));
    }

    @Test
    void everyServiceAsksThePolicyAndNothingElse() {
        assertThat(ProgramDoors.services(program))
                .isNotEmpty()
                .allSatisfy((name, door) -> assertThat(door.verbs()).as(name).hasSize(1));
    }

    @Test
    void everyVerbOpensADoorOrIsAskedByAService() {
        var used = EnumSet.noneOf(Verb.class);
        for (Kind kind : Kind.values()) {
            used.addAll(doors.all(kind).values());
        }
        ProgramDoors.services(program).values().forEach(door -> used.addAll(door.verbs()));
        // asked inside IncidentLookup.details for one field of its answer
        used.add(Verb.INCIDENT_PHONE);
        // asked inside Urging for cases that others started
        used.add(Verb.TASK_URGE_BELOW);

        assertThat(used).containsExactlyInAnyOrder(Verb.values());
        for (Verb verb : Verb.values()) {
            assertThat(rights.policy().of(verb)).as(verb.key()).isNotEmpty();
        }
    }
}
