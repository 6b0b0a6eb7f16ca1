package org.bihuan.engine;

import org.jspecify.annotations.Nullable;

/** A typed routing fact of a process. Case data never becomes one. */
public record Variable<T>(String name) {

    /** The fact together with its value; no value clears it. */
    public Fact is(@Nullable T value) {
        return new Fact(name, value);
    }

    /** A variable and its value. */
    public record Fact(String name, @Nullable Object value) {}
}
