package org.bihuan.transaction;

import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.BaseStream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** Lays the retry around every method that begins a transaction that writes. */
final class TxRetryAdvisor extends StaticMethodMatcherPointcutAdvisor {

    private static final long serialVersionUID = 1L;

    /** Before method security, whose first interceptor has 100: who may do it is asked in each try. */
    static final int ORDER = 50;

    private final transient TransactionAttributeSource transactions;

    TxRetryAdvisor(TransactionAttributeSource transactions, SingletonSupplier<TxRetry> retry) {
        super((MethodInterceptor) call -> invoke(call, retry.obtain()));
        this.transactions = transactions;
        setOrder(ORDER);
    }

    @Override
    public boolean matches(Method method, Class<?> type) {
        TransactionAttribute attribute = transactions.getTransactionAttribute(method, type);
        return attribute != null && !attribute.isReadOnly() && beginsOne(attribute.getPropagationBehavior());
    }

    private static boolean beginsOne(int propagation) {
        return propagation == TransactionDefinition.PROPAGATION_REQUIRED
                || propagation == TransactionDefinition.PROPAGATION_REQUIRES_NEW;
    }

    private static @Nullable Object invoke(MethodInvocation call, TxRetry retry) throws Throwable {
        if (Arrays.stream(call.getArguments()).anyMatch(TxRetryAdvisor::canBeReadOnlyOnce)) {
            return call.proceed();
        }
        Class<?> owner =
                call.getThis() == null ? call.getMethod().getDeclaringClass() : ClassUtils.getUserClass(call.getThis());
        return retry.attempt(
                owner.getSimpleName() + "." + call.getMethod().getName(),
                // An invocation goes through its interceptors once; each try needs one of its own.
                () -> ((ProxyMethodInvocation) call).invocableClone().proceed());
    }

    private static boolean canBeReadOnlyOnce(@Nullable Object argument) {
        return argument instanceof InputStream
                || argument instanceof Reader
                || argument instanceof Iterator<?>
                || argument instanceof BaseStream<?, ?>;
    }
}
