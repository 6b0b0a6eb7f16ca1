package org.bihuan;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets the static holder, with which tests sign people in, and the beans look at the same place: view tests without
 * this context leave another strategy behind.
 */
class SignedInByContext implements TestExecutionListener, Ordered {

    @Override
    public void beforeTestMethod(TestContext test) {
        SecurityContextHolder.setContextHolderStrategy(
                test.getApplicationContext().getBean(SecurityContextHolderStrategy.class));
    }

    /** Before {@code @WithMockUser} signs somebody in. */
    @Override
    public int getOrder() {
        return 9_000;
    }
}
