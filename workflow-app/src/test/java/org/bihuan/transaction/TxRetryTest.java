package org.bihuan.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.BeanFactoryTransactionAttributeSourceAdvisor;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

class TxRetryTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Transactions transactions = new Transactions();
    private final List<String> pauses = new ArrayList<>();
    private final TxRetry retry = retry();
    private final Desk desk = proxied(new Desk());

    @Nested
    class Repeats {

        @Test
        void untilItSucceedsEachTimeInATransactionOfItsOwn() {
            desk.losing(3);

            assertThat(desk.write()).isEqualTo("written at try 4");
            assertThat(transactions.ends).containsExactly("rollback", "rollback", "rollback", "commit");
            assertThat(pauses).hasSize(3);
            assertThat(meters.counter("bihuan.transaction.retries", "reason", "deadlock")
                            .count())
                    .isEqualTo(3);
        }

        @Test
        void notMoreThanFiveTimesAndThenSaysThatItIsBusy() {
            desk.losing(99);

            assertThatThrownBy(desk::write)
                    .isInstanceOf(BusyException.class)
                    .isInstanceOf(ConcurrencyFailureException.class)
                    .hasRootCauseInstanceOf(SQLException.class);
            assertThat(desk.tries()).isEqualTo(5);
            assertThat(pauses).hasSize(4);
        }

        @Test
        void onceOnlyWhatIsProbablyALostRaceAndThenShowsWhatItIs() {
            desk.failing(new UnsupportedOperationException("Cannot find task"));

            assertThatThrownBy(desk::write).isInstanceOf(UnsupportedOperationException.class);
            assertThat(desk.tries()).isEqualTo(2);
        }

        @Test
        void theTransactionOfATemplate() {
            var template = new TransactionTemplate(transactions);
            desk.losing(1);

            String result = retry.call("template", () -> template.execute(status -> desk.plain()));

            assertThat(result).isEqualTo("written at try 2");
            assertThat(transactions.ends).containsExactly("rollback", "commit");
        }

        @Test
        void whatHadATransactionOfItsOwnInsideThatIsKept() {
            desk.losing(1);

            desk.writeWithSomethingKeptInside(new TransactionTemplate(transactions, requiresNew()));

            assertThat(transactions.ends).containsExactly("commit", "rollback", "commit", "commit");
        }
    }

    @Nested
    class DoesNotRepeat {

        @Test
        void aBug() {
            desk.failing(new IllegalStateException("bug"));

            assertThatThrownBy(desk::write).hasMessage("bug");
            assertThat(desk.tries()).isEqualTo(1);
        }

        @Test
        void insideARunningTransactionWhichMustBeRepeatedAsAWhole() {
            desk.losing(99);

            assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> desk.write()))
                    .isInstanceOf(CannotAcquireLockException.class);
            assertThat(desk.tries()).isEqualTo(1);
        }

        @Test
        void whatOnlyReads() {
            desk.losing(99);

            assertThatThrownBy(desk::read).isInstanceOf(CannotAcquireLockException.class);
            assertThat(desk.tries()).isEqualTo(1);
        }

        @Test
        void whatReadsAStreamThatIsUsedUpByTheFirstTry() {
            desk.losing(99);

            assertThatThrownBy(() -> desk.load(new ByteArrayInputStream(new byte[0])))
                    .isInstanceOf(CannotAcquireLockException.class);
            assertThat(desk.tries()).isEqualTo(1);
        }

        @Test
        void whatFailedAfterItsCommit() {
            assertThatThrownBy(desk::writeAndFailAfterwards).isInstanceOf(CannotAcquireLockException.class);
            assertThat(transactions.ends).containsExactly("commit");
        }

        @Test
        void whatFailedDuringItsCommitBecauseTheOutcomeIsUnknown() {
            transactions.failingCommit =
                    new TransactionSystemException("commit", new SQLException("Deadlock", "40001", 1213));

            assertThatThrownBy(desk::write).isInstanceOf(TransactionSystemException.class);
            assertThat(desk.tries()).isEqualTo(1);
        }

        @Test
        void whatIsCommittedInSpiteOfItsException() {
            assertThatThrownBy(desk::writeAndComplain).isInstanceOf(OptimisticLockingFailureException.class);
            assertThat(transactions.ends).containsExactly("commit");
            assertThat(desk.tries()).isEqualTo(1);
        }
    }

    /** What a service looks like. */
    static class Desk {

        private int losses;
        private int tries;
        private @Nullable RuntimeException failure;

        void losing(int times) {
            losses = times;
            failure = new CannotAcquireLockException("", new SQLException("Deadlock", "40001", 1213));
        }

        void failing(RuntimeException always) {
            losses = Integer.MAX_VALUE;
            failure = always;
        }

        int tries() {
            return tries;
        }

        String plain() {
            tries++;
            if (failure != null && tries <= losses) {
                throw failure;
            }
            return "written at try " + tries;
        }

        @Transactional
        String write() {
            return plain();
        }

        @Transactional
        void writeWithSomethingKeptInside(TransactionTemplate own) {
            own.executeWithoutResult(status -> {});
            plain();
        }

        @Transactional
        void load(InputStream data) {
            plain();
        }

        @Transactional(readOnly = true)
        void read() {
            plain();
        }

        @Transactional(propagation = Propagation.REQUIRED)
        void writeAndFailAfterwards() {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    throw new CannotAcquireLockException("", new SQLException("Deadlock", "40001", 1213));
                }
            });
        }

        @Transactional(noRollbackFor = OptimisticLockingFailureException.class)
        void writeAndComplain() {
            tries++;
            throw new OptimisticLockingFailureException("kept all the same");
        }
    }

    /** Notes how transactions end. */
    private static final class Transactions extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        private final transient List<String> ends = new ArrayList<>();
        private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
        private @Nullable RuntimeException failingCommit;

        Transactions() {
            addListener(new Attempt.Watch());
        }

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected boolean isExistingTransaction(Object transaction) {
            return depth.get() > 0;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            depth.set(depth.get() + 1);
        }

        @Override
        protected Object doSuspend(Object transaction) {
            return transaction;
        }

        @Override
        protected void doResume(@Nullable Object transaction, Object suspended) {}

        @Override
        protected void doSetRollbackOnly(DefaultTransactionStatus status) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            if (failingCommit != null) {
                throw failingCommit;
            }
            ends.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            ends.add("rollback");
        }

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            depth.set(depth.get() - 1);
        }
    }

    private static TransactionDefinition requiresNew() {
        var definition = new org.springframework.transaction.support.DefaultTransactionDefinition();
        definition.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return definition;
    }

    private TxRetry retry() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("meters", meters);
        return new TxRetry(
                new Races(List.of(failure -> failure instanceof UnsupportedOperationException
                        ? java.util.Optional.of(LostRace.Loss.probable("gone"))
                        : java.util.Optional.empty())),
                () -> pauses.add("pause"),
                beans.getBeanProvider(io.micrometer.core.instrument.MeterRegistry.class));
    }

    private Desk proxied(Desk target) {
        var source = new AnnotationTransactionAttributeSource(false);
        var transactional = new BeanFactoryTransactionAttributeSourceAdvisor();
        transactional.setTransactionAttributeSource(source);
        transactional.setAdvice(new TransactionInterceptor((TransactionManager) transactions, source));
        var factory = new ProxyFactory(target);
        factory.setProxyTargetClass(true);
        factory.addAdvisor(new TxRetryAdvisor(source, SingletonSupplier.of(retry)));
        factory.addAdvisor(transactional);
        return (Desk) factory.getProxy();
    }
}
