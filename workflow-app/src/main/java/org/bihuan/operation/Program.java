package org.bihuan.operation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.stereotype.Component;

/** Which program runs here, and since when. */
@Component
class Program {

    private static final int LONGEST = 40;

    private final String version;
    private final String commit;
    private final Instant startedAt;

    Program(ObjectProvider<BuildProperties> build, ObjectProvider<GitProperties> git, Clock clock) {
        this.version = PersonalData.cut(
                Optional.ofNullable(build.getIfAvailable())
                        .map(BuildProperties::getVersion)
                        .orElse("-"),
                LONGEST);
        this.commit = PersonalData.cut(
                Optional.ofNullable(git.getIfAvailable())
                        .map(GitProperties::getShortCommitId)
                        .orElse("-"),
                LONGEST);
        this.startedAt = clock.instant();
    }

    /** A hyphen when it was not built by Maven. */
    String version() {
        return version;
    }

    /** A hyphen when it was not built in a clone of the repository. */
    String commit() {
        return commit;
    }

    Instant startedAt() {
        return startedAt;
    }
}
