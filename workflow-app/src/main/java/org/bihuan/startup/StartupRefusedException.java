package org.bihuan.startup;

import org.jspecify.annotations.Nullable;

/** The program cannot run like this; the message says in Chinese and in English what to change. */
public class StartupRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Refuses the start with one sentence in each language. */
    public StartupRefusedException(String chinese, String english) {
        this(chinese, english, null);
    }

    StartupRefusedException(String chinese, String english, @Nullable Throwable cause) {
        super(chinese + System.lineSeparator() + english, cause);
    }
}
