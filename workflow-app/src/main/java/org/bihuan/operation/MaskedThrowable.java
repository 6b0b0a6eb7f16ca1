package org.bihuan.operation;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exception in the log, its messages and those of its causes without personal data. */
record MaskedThrowable(IThrowableProxy error) implements IThrowableProxy {

    @Override
    public @Nullable String getMessage() {
        return error.getMessage() == null ? null : PersonalData.mask(error.getMessage());
    }

    @Override
    public @Nullable String getOverridingMessage() {
        return error.getOverridingMessage() == null ? null : PersonalData.mask(error.getOverridingMessage());
    }

    @Override
    public String getClassName() {
        return error.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return error.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return error.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return MaskedAppender.masked(error.getCause());
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return Stream.of(error.getSuppressed()).map(MaskedThrowable::new).toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return error.isCyclic();
    }
}
