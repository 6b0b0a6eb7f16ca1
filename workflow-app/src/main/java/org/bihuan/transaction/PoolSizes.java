package org.bihuan.transaction;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many connections each kind of work may use at once, on this node.
 *
 * @param people pages and requests
 * @param jobs at least the threads of the job executor and of the scheduler
 * @param reports exports and figures
 */
@ConfigurationProperties("bihuan.pools")
record PoolSizes(
        @DefaultValue("20") int people,
        @DefaultValue("8") int jobs,
        @DefaultValue("4") int reports) {

    int of(WorkKind kind) {
        return switch (kind) {
            case PEOPLE -> people;
            case JOBS -> jobs;
            case REPORTS -> reports;
        };
    }
}
