package org.bihuan;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Borders that the compiler does not see. */
@AnalyzeClasses(packages = "org.bihuan", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {

    /** Services whose callers are not people, with the reason; everything else carries {@code @PreAuthorize}. */
    private static final Map<String, String> WITHOUT_RIGHTS = Map.of(
            "org.bihuan.casefile.CaseRegister", "kernel: families call it inside their own, authorised transactions");

    static class WithoutTests implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule pagesCallServices = noClasses()
            .that()
            .resideInAPackage("..ui..")
            .should()
            .dependOnClassesThat(are(annotatedMappers()))
            .because("a page calls services; they hold transactions and rights");

    @ArchTest
    static final ArchRule engineStaysBehindItsModule = noClasses()
            .that()
            .resideOutsideOfPackages("org.bihuan.engine..", "org.bihuan.*.process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("a swap of the engine must stay a change of dependency and a rename");

    @ArchTest
    static final ArchRule noOutsideCallInsideADelegate = noClasses()
            .that()
            .resideInAPackage("..process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net..",
                    "javax.net..",
                    "java.nio.channels..",
                    "jakarta.mail..",
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "org.springframework.mail..",
                    "org.springframework.jms..",
                    "org.bihuan.outbox")
            .because("a job may run again; what is told outside goes through the outbox, which listens to events");

    @ArchTest
    static final ArchRule onlyTheOutboxCallsOutside = noClasses()
            .that()
            .resideOutsideOfPackage("org.bihuan.outbox")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..", "org.springframework.web.client..", "org.springframework.web.reactive..")
            .because("a call inside a transaction holds its rows, and is not undone with it");

    @ArchTest
    static final ArchRule onlyNoticesSendMail = noClasses()
            .that()
            .resideOutsideOfPackage("org.bihuan.notify")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.springframework.mail..")
            .because("mail leaves by the outbox, whose relay calls the module's one receiver after the commit");

    @ArchTest
    static final ArchRule onlyPagesAndModulesWithSharedComponentsKnowVaadin = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.bihuan", // the application itself: push and style sheet
                    "..ui..",
                    "org.bihuan.shell..",
                    "org.bihuan.security..",
                    "org.bihuan.form..",
                    "org.bihuan.attachment",
                    "org.bihuan.calendar",
                    "org.bihuan.idempotency",
                    "org.bihuan.map",
                    "org.bihuan.org",
                    "org.bihuan.trace")
            .should()
            .dependOnClassesThat(are(partsOfVaadinBeyondTranslation()))
            .because("rules and services must not know how they are shown");

    @ArchTest
    static final ArchRule servicesDoNotKnowVaadin = noClasses()
            .that()
            .areMetaAnnotatedWith(Component.class)
            .and()
            .resideOutsideOfPackages("org.bihuan", "..ui..", "org.bihuan.shell..", "org.bihuan.security..")
            .should()
            .dependOnClassesThat(are(partsOfVaadinBeyondTranslation()));

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.bihuan.ClockConfiguration")
            .should()
            .callCodeUnitWhere(readsTheSystemClock())
            .because("tests set the time, and all nodes agree on it");

    @ArchTest
    static final ArchRule noFieldInjection = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule fieldsOfServicesAreFinal = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Service.class)
            .should()
            .beFinal()
            .because("services are shared by all users");

    @ArchTest
    static final ArchRule oldDatesOnlyAtTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.bihuan.engine..", "org.bihuan.*.process..", "org.bihuan.inbox..", "org.bihuan.trace..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class, Calendar.class);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .that()
            .areNotAssignableTo("org.camunda.bpm.engine.impl.el.ExpressionManager")
            .should()
            .haveNameMatching(".*(Impl|Utils?|Manager|Helper|Dto|Vo|Base)$")
            .because("such names hide what the class does");

    @ArchTest
    static final ArchRule everyDoorHasARight = methods()
            .that()
            .arePublic()
            .and()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat(are(doors()))
            .should(carryARight())
            .because("each public method of a service says who may call it");

    @Test
    void statementsNeverPasteText() throws Exception {
        Resource[] mappers = ProcessModels.resources("org/bihuan/**/*.xml");

        assertThat(mappers).isNotEmpty();
        for (Resource mapper : mappers) {
            assertThat(mapper.getContentAsString(StandardCharsets.UTF_8))
                    .as(mapper.toString())
                    .doesNotContain("${");
        }
    }

    private static DescribedPredicate<JavaClass> annotatedMappers() {
        return DescribedPredicate.describe("mappers", type -> type.isAnnotatedWith(Mapper.class));
    }

    private static DescribedPredicate<JavaClass> doors() {
        return DescribedPredicate.describe(
                "services", type -> type.isAnnotatedWith(Service.class) && !WITHOUT_RIGHTS.containsKey(type.getName()));
    }

    private static ArchCondition<JavaMethod> carryARight() {
        return new ArchCondition<>("carry @PreAuthorize, themselves or by their class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean carries = method.isAnnotatedWith(PreAuthorize.class)
                        || method.getOwner().isAnnotatedWith(PreAuthorize.class)
                        || isListener(method);
                if (!carries) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " says nothing about who may call it"));
                }
            }
        };
    }

    /** Called by the program, never by a page. */
    private static boolean isListener(JavaMethod method) {
        return method.isAnnotatedWith("org.springframework.context.event.EventListener")
                || method.isMetaAnnotatedWith("org.springframework.context.event.EventListener")
                || method.isAnnotatedWith("org.springframework.scheduling.annotation.Scheduled");
    }

    private static DescribedPredicate<JavaCall<?>> readsTheSystemClock() {
        return DescribedPredicate.describe("read the system's clock", call -> {
            CodeUnitCallTarget target = call.getTarget();
            String owner = target.getOwner().getName();
            boolean now = owner.startsWith("java.time.")
                    && target.getName().equals("now")
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            boolean clock = owner.equals(Clock.class.getName())
                    && (target.getName().startsWith("system")
                            || target.getName().startsWith("tick"));
            boolean millis =
                    owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
            boolean date = owner.equals("java.util.Date")
                    && target.getName().equals("<init>")
                    && target.getRawParameterTypes().isEmpty();
            return now || clock || millis || date;
        });
    }

    private static DescribedPredicate<JavaClass> partsOfVaadinBeyondTranslation() {
        return DescribedPredicate.describe(
                "parts of Vaadin beyond translation",
                type -> type.getPackageName().startsWith("com.vaadin.")
                        && !type.getPackageName().equals("com.vaadin.flow.i18n"));
    }
}
