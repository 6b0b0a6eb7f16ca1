package org.bihuan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test against the whole program on a real database, without its job executor. All such tests share one context and
 * one schema: make your own data, or roll back with {@code @Transactional}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(
        classes = BihuanApplication.class,
        properties = {
            "bihuan.engine.job-executor=false",
            "bihuan.storage.folder=target/test-storage",
            "bihuan.task.orphan-sweep=-",
            "logging.level.root=warn"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@TestExecutionListeners(
        listeners = SignedInByContext.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface IntegrationTest {}
