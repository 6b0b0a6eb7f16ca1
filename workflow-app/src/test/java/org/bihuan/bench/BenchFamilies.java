package org.bihuan.bench;

import java.time.Clock;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.engine.CaseEngine;
import org.bihuan.inbox.CaseSummary;
import org.bihuan.inbox.CaseType;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.org.CurrentUser;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds the families of the benchmark to the product. */
@TestConfiguration(proxyBeanMethods = false)
class BenchFamilies {

    @Bean
    Approvals approvals(
            CaseRegister register,
            CaseEngine engine,
            InboxService inbox,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        return new Approvals(register, engine, inbox, user, events, clock);
    }

    @Bean
    Reports reports(
            CaseRegister register,
            CaseEngine engine,
            InboxService inbox,
            CurrentUser user,
            ApplicationEventPublisher events,
            JdbcTemplate jdbc,
            Clock clock) {
        return new Reports(register, engine, inbox, user, events, jdbc, clock);
    }

    /** The service task between the two user tasks: does nothing, as in the bare engines. */
    @Bean
    JavaDelegate fileApproval() {
        return execution -> {};
    }

    @Bean
    CaseType approvalCaseType(CaseRegister register, ApplicationEventPublisher events, CurrentUser user, Clock clock) {
        return new RegisteredCase(Approvals.FAMILY, register) {
            @Override
            public void claimed(InboxTask task) {
                var ref = new CaseRef(Approvals.FAMILY, new CaseNumber(task.caseNumber()));
                events.publishEvent(new ApprovalEvent.Accepted(ref, user.actor(), clock.instant()));
            }
        };
    }

    @Bean
    CaseType reportCaseType(CaseRegister register) {
        return new RegisteredCase(Reports.FAMILY, register);
    }

    /** A case that is nothing beyond its entry in the register. */
    private static class RegisteredCase implements CaseType {

        private final String family;
        private final CaseRegister register;

        RegisteredCase(String family, CaseRegister register) {
            this.family = family;
            this.register = register;
        }

        @Override
        public String family() {
            return family;
        }

        @Override
        public CaseSummary summary(CaseNumber number) {
            CaseFile file = register.find(number).orElseThrow();
            return new CaseSummary(file.title(), file.place(), file.unitId());
        }

        @Override
        public String route(CaseNumber number) {
            return family + "/" + number;
        }
    }
}
