package org.bihuan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bihuan.WebTest;
import org.bihuan.rights.District.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Every door, tried by one person of every role and relation. What must come out stands in {@code docs/rights-matrix.csv},
 * which does not follow the policy by itself: {@code -Dbihuan.rights.write=true} writes what came out, for a person to
 * read and commit.
 */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RightsMatrixTest {

    private static final boolean WRITE = Boolean.getBoolean("bihuan.rights.write");

    @Autowired
    ApplicationContext program;

    @Autowired
    Doors doors;

    @Autowired
    Rights rights;

    @LocalServerPort
    int port;

    District district;
    ServiceAttempts services;
    WebAttempts web;

    Policy whole;

    @BeforeAll
    void people() {
        whole = rights.policy();
        district = new District(program);
        services = new ServiceAttempts(program, district);
        web = new WebAttempts(port, district, doors, rights);
    }

    @AfterEach
    void wholePolicy() {
        rights.use(whole);
    }

    @Test
    @Order(1)
    void everyServiceIsTried() {
        assertThat(services.names()).containsAll(ProgramDoors.services(program).keySet());
    }

    @Test
    @Order(2)
    void everyDoorShowsEverybodyWhatItShould() throws IOException {
        var matrix = new RightsMatrix();
        for (Person person : district.people) {
            for (String door : services.names()) {
                matrix.put(door, person, services.seen(door, person));
            }
            web.all(person).forEach((door, seen) -> matrix.put(door, person, seen));
        }

        if (WRITE) {
            matrix.write();
        }
        assertThat(matrix.lines()).as("docs/rights-matrix.csv").isEqualTo(Files.readAllLines(RightsMatrix.FILE));
    }

    @Test
    @Order(3)
    void hardlyAnyRuleCanBeRemovedWithoutADoorThatShowsIt() throws IOException {
        RightsMatrix expected = RightsMatrix.read();
        var table = new TreeMap<String, String>();
        for (Rule rule : whole.rules()) {
            rights.use(whole.without(rule));
            table.put(rule.toString(), red(rule, expected).orElse("**nothing**"));
            rights.use(whole);
        }

        long found = table.values().stream()
                .filter(door -> !door.equals("**nothing**"))
                .count();
        if (WRITE) {
            RightsMatrix.writeMutation(table, found);
        }
        assertThat(found).as(() -> survivors(table)).isGreaterThanOrEqualTo((long) Math.ceil(table.size() * 0.95));
    }

    /** A door that shows somebody something else without the rule. */
    private Optional<String> red(Rule rule, RightsMatrix expected) {
        for (Person person : touched(rule)) {
            for (String door : doorsOf(rule.verb())) {
                Seen seen = services.names().contains(door) ? services.seen(door, person) : web.seen(door, person);
                if (seen != expected.get(door, person)) {
                    return Optional.of("%s, %s %s: %s".formatted(door, person.name(), person.relation(), seen.words()));
                }
            }
        }
        return Optional.empty();
    }

    /** Those whom the rule is about, those of its relation first. */
    private List<Person> touched(Rule rule) {
        if (rule.never()) {
            return district.people.stream().filter(Person::isOwn).toList();
        }
        String party = rule.party().name();
        List<Person> all = new ArrayList<>(
                switch (party) {
                    case "ANYONE" ->
                        List.of(
                                district.named("ANONYMOUS").getFirst(),
                                district.find("GRID_WORKER", Relation.OWN_UNIT));
                    case "STAFF" -> List.of(district.find("GRID_WORKER", Relation.OWN_UNIT));
                    default -> district.named(party);
                });
        all.sort((a, b) -> Boolean.compare(b.relation() == rule.relation(), a.relation() == rule.relation()));
        return all;
    }

    /** Services first: they take no sign-in. */
    private List<String> doorsOf(Verb verb) {
        Stream<String> ofServices = ProgramDoors.services(program).entrySet().stream()
                .filter(door -> door.getValue().verbs().contains(verb))
                .map(Map.Entry::getKey);
        Stream<String> ofPages = web.verbs().entrySet().stream()
                .filter(door -> door.getValue() == verb)
                .map(Map.Entry::getKey);
        Stream<String> inside = switch (verb) {
            case INCIDENT_PHONE -> Stream.of("IncidentLookup.details(CaseNumber) phone");
            case TASK_URGE_BELOW -> Stream.of("Urging.urge(String String)");
            default -> Stream.empty();
        };
        return Stream.of(inside, ofServices, ofPages).flatMap(s -> s).toList();
    }

    private static String survivors(Map<String, String> table) {
        return "No door shows that these are missing: "
                + table.entrySet().stream()
                        .filter(line -> line.getValue().equals("**nothing**"))
                        .map(Map.Entry::getKey)
                        .toList();
    }
}
