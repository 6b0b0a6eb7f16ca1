package org.bihuan.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bihuan.rights.Policy.BadPolicyException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    private static final String HEADER = "verb,who,relations,answer\n";

    @Nested
    class Parse {

        @Test
        void makesOneRuleOfEachRoleAndRelation() {
            Policy policy = Policy.parse(HEADER + "incident.read,LEADER AUDITOR,OWN_UNIT CHILD,allow\n");

            assertThat(policy.of(Verb.INCIDENT_READ))
                    .extracting(Rule::toString)
                    .containsExactly(
                            "incident.read LEADER OWN_UNIT ALLOW",
                            "incident.read LEADER CHILD ALLOW",
                            "incident.read AUDITOR OWN_UNIT ALLOW",
                            "incident.read AUDITOR CHILD ALLOW");
        }

        @Test
        void letsPeopleIntoSingleCasesByAVerbThatNarrowsLists() {
            Policy policy = Policy.parse(HEADER + "incident.read,COMMITTEE_MEMBER,INVOLVED,allow\n");

            assertThat(policy.of(Verb.INCIDENT_READ))
                    .extracting(Rule::toString)
                    .containsExactly("incident.read COMMITTEE_MEMBER INVOLVED ALLOW");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "incident.reed,LEADER,OWN_UNIT,allow",
                    "incident.read,LEADR,OWN_UNIT,allow",
                    "incident.read,LEADER,OWN_UNITS,allow",
                    "incident.read,LEADER,OWN_UNIT,perhaps",
                    "incident.read,LEADER,SIBLING,allow",
                    "incident.phone,STAFF,OWN,mask",
                    "incident.verify,ANYONE,OWN_UNIT,never",
                    "incident.read,STAFF,INVOLVED,allow",
                    "incident.verify,ANYONE,INVOLVED,never",
                    "incident.verify,LEADER,DOER,never",
                    "incident.verify,ANYONE,DOER,allow",
                    "incident.phone,LEADER,CHILD,mask\nincident.phone,LEADER,OWN_UNIT CHILD,allow"
                })
        void refusesWhatIsUnknownDoubleOrWithoutSense(String line) {
            assertThatThrownBy(() -> Policy.parse(HEADER + line + "\n")).isInstanceOf(BadPolicyException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/1/5/, /1/5/, OWN_UNIT",
        "/1/5/9/, /1/5/, CHILD",
        "/1/5/9/, /1/, CHILD",
        "/1/, /1/5/9/, PARENT",
        "/1/5/, /1/6/, SIBLING",
        "/1/5/9/, /1/6/7/, OTHER_BRANCH",
        "/1/5/, /1/55/, SIBLING",
        "/1/, /2/, OTHER_BRANCH"
    })
    void relationIsSeenFromThePost(String unit, String post, Relation relation) {
        assertThat(Relation.of(unit, post)).isEqualTo(relation);
    }
}
