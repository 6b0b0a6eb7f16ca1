package org.bihuan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/** A test that speaks HTTP with the whole program on a real database. All such tests share one program. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(
        classes = BihuanApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bihuan.engine.job-executor=false",
            "bihuan.storage.folder=target/test-storage",
            "bihuan.startup.require-durable-database=false",
            "bihuan.startup.refuse-default-secrets=false",
            "logging.level.root=warn"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@TestExecutionListeners(
        listeners = SignedInByContext.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface WebTest {}
